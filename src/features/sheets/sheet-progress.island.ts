/** Looks again how far a long file is, as the button does without script. */
setTimeout(() => location.reload(), 2_000);
