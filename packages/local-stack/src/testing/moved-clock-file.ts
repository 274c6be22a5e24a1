import { fileURLToPath } from 'node:url'

/** A module for NODE_OPTIONS `--import` that moves the clock of a process by the milliseconds in the file MOVED_CLOCK. */
export const movedClockFile = fileURLToPath(new URL('moved-clock.mjs', import.meta.url))
