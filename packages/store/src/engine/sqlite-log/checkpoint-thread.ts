import { parentPort, workerData } from 'node:worker_threads'
import SQLite from 'better-sqlite3'

// A thread of `Checkpoints`: whenever it is told to, it moves what it can of the log into the file, and says so.

const connection = new SQLite(String(workerData))
parentPort?.on('message', (message: 'move' | 'end') => {
  if (message === 'end') {
    connection.close()
    parentPort?.close()
    return
  }
  try {
    connection.pragma('wal_checkpoint(PASSIVE)')
  } catch {
    // On a full disk the log stays; whoever commits next hears of it.
  }
  parentPort?.postMessage('moved')
})
