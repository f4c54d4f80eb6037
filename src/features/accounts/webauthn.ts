/** The library behind passkeys, loaded for the first one: a start that reads its 300 files takes longer. */
export const loadWebauthn = () => import('@simplewebauthn/server');
