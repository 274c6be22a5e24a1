import { parentPort, workerData } from 'node:worker_threads'
import SQLite from 'better-sqlite3'

// A thread of `Checkpoints`: on each message it moves as much of the log as possible into the file and answers.

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
    // On a full disk the log stays; the next commit reports it.
  }
  parentPort?.postMessage('moved')
})
