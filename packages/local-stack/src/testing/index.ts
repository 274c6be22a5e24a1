export { freePort, startDaemon } from './daemon.ts'
export { type Dovecot, dovecot, trust } from './dovecot.ts'
export { movedClockFile } from './moved-clock-file.ts'
export { requireProgram } from './system-program.ts'
