export {
  continues,
  JOB_OUTCOMES,
  JOB_RESULT_DAYS,
  type JobOutcome,
  type JobResult,
  type JobRunResult,
  type PlannedRun,
} from './job-result.ts'
export type { JobResultStore, ServiceStore } from './ports.ts'
export {
  type DeliveryHold,
  HELD_LONG_MS,
  isSilent,
  type Outage,
  SERVICES,
  type Service,
  type ServiceContact,
  type ServiceState,
  SILENT_AFTER_MS,
  serviceStates,
} from './service.ts'
