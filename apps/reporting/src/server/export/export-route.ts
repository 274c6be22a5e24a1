import { Hono } from 'hono'
import type { Services } from '../trpc/context.ts'
import { auditLogRoute } from './audit-log-route.ts'
import { calendarRoute } from './calendar-route.ts'
import { casesRoute } from './cases-route.ts'
import { methodReportRoute } from './method-report-route.ts'
import { minutesRoute } from './minutes-route.ts'
import { registerRoute } from './register-route.ts'
import { reportRoute } from './report-route.ts'
import { requestsRoute } from './requests-route.ts'
import { satisfactionRoute } from './satisfaction-route.ts'
import { scorecardRoute } from './scorecard-route.ts'
import { templateRoute } from './template-route.ts'
import { undeliveredRoute } from './undelivered-route.ts'
import { whistleRoute } from './whistle-route.ts'
import { worksheetRoute } from './worksheet-route.ts'

/** Downloads. */
export const exportRoute = (services: Services): Hono =>
  new Hono()
    .route('/', auditLogRoute(services))
    .route('/', calendarRoute(services))
    .route('/', satisfactionRoute(services))
    .route('/', scorecardRoute(services))
    .route('/', methodReportRoute(services))
    .route('/', worksheetRoute(services))
    .route('/', reportRoute(services))
    .route('/', minutesRoute(services))
    .route('/', requestsRoute(services))
    .route('/', undeliveredRoute(services))
    .route('/', whistleRoute(services))
    .route('/', casesRoute(services))
    .route('/', templateRoute(services))
    .route('/', registerRoute(services))
