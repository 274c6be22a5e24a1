/** The server no longer accepts the session. */
export class SessionEnded extends Error {}
