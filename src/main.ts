// Checked before anything else is loaded: an old Node would fail with a message that helps nobody.
const major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
  console.error(
    `Node.js 22 以上が必要です（いまは ${process.versions.node}）。npm start または npm run serve で起動してください。`,
  );
  console.error('Node.js 22 or newer is needed. Start with `npm start` or `npm run serve`, which bring their own.');
  process.exit(1);
}

const { startHouse } = await import('./start.ts');
const { ConfigFault, readConfig } = await import('./config.ts');

try {
  const config = readConfig(process.env, process.argv.includes('--demo-default'));
  const house = await startHouse(config, (line) => console.log(line));
  const stop = async (): Promise<void> => {
    await house.stop();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (thrown) {
  // What the operator can mend is said plainly; anything else with its stack.
  console.error(
    thrown instanceof ConfigFault || (thrown as { expected?: boolean }).expected ? (thrown as Error).message : thrown,
  );
  process.exit(1);
}

export {};
