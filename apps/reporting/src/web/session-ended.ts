/** The server no longer knows who asks. */
export class SessionEnded extends Error {}
