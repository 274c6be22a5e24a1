import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

/** One core for the measured process and one for the load; null if the machine has only one or does not say. */
const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0
export const SERVER_CORE = canPin ? 0 : null

/** Binds this process, which generates the load, to the other core. */
export function pinLoad(): void {
  if (canPin) spawnSync('taskset', ['-a', '-p', '-c', '1', String(process.pid)])
}

/** Linux counts in hundredths of a second. */
const TICK_MICROSECONDS = 10_000

/** CPU time that all threads of a process have used so far, in microseconds. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MICROSECONDS
}

/** Peak memory of a process, in megabytes. */
export const peakOf = (pid: number): number => memoryOf(pid, 'VmHWM')

/** Memory that a process has at this moment, in megabytes. */
export const residentOf = (pid: number): number => memoryOf(pid, 'VmRSS')

function memoryOf(pid: number, figure: 'VmHWM' | 'VmRSS'): number {
  return Number(new RegExp(`${figure}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]) / 1024
}
