import { Hono } from 'hono'
import type { Parts } from '../trpc/context.ts'
import { casesRoute } from './cases-route.ts'
import { methodReportRoute } from './method-report-route.ts'
import { registerRoute } from './register-route.ts'
import { reportRoute } from './report-route.ts'
import { requestsRoute } from './requests-route.ts'
import { satisfactionRoute } from './satisfaction-route.ts'
import { undeliveredRoute } from './undelivered-route.ts'
import { whistleRoute } from './whistle-route.ts'
import { worksheetRoute } from './worksheet-route.ts'

/** Downloads. */
export const exportRoute = (parts: Parts): Hono =>
  new Hono()
    .route('/', satisfactionRoute(parts))
    .route('/', methodReportRoute(parts))
    .route('/', worksheetRoute(parts))
    .route('/', reportRoute(parts))
    .route('/', requestsRoute(parts))
    .route('/', undeliveredRoute(parts))
    .route('/', whistleRoute(parts))
    .route('/', casesRoute(parts))
    .route('/', registerRoute(parts))
