export { freePort, startDaemon } from './daemon.ts'
export { type Dovecot, dovecot, dovecotIsThere, trust } from './dovecot.ts'
