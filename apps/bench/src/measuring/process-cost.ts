import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

/** The core of what is measured, and that of the load; null on a machine that has no two or cannot be told. */
const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0
export const SERVER_CORE = canPin ? 0 : null

/** Keeps this process, which makes the load, off the core of what is measured. */
export function pinLoad(): void {
  if (canPin) spawnSync('taskset', ['-a', '-p', '-c', '1', String(process.pid)])
}

/** Linux counts in hundredths of a second. */
const TICK_MICROSECONDS = 10_000

/** Processor time that a process has used so far, in microseconds, with all its threads. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MICROSECONDS
}

/** The most memory that a process has had, in megabytes. */
export function peakOf(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]) / 1024
}
