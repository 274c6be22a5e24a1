export { memoryPlaces } from './memory-places.ts'
export { dsn } from './sample-reports.ts'
export { summary } from './sample-summary.ts'
export { type Received, refusal, type Sink, sinkServer } from './sink-server.ts'
