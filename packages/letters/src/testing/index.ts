export { dsn } from './sample-reports.ts'
export { type Received, refusal, type Sink, sinkServer } from './sink-server.ts'
