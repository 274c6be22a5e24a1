import { parentPort, workerData } from 'node:worker_threads'
import { comparePage } from '@wayproof/evidence/policy-watch/compare-page'

// Compares one page and ends.
parentPort?.postMessage(comparePage(workerData.page, workerData.texts))
