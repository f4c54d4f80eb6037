/** A question of residents and its answer, as the service desk published it; Japanese, and already HTML. */
export type Faq = { readonly slug: string; readonly title: string; readonly html: string };
