import type { RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { AnswerHandler } from './answering/answer-handler.ts'
import { createApp } from './app.ts'
import type { SurveyApp } from './survey-app.ts'

/** Serves every path through the router. */
export const routerListener = (app: SurveyApp, answer: AnswerHandler): RequestListener =>
  getRequestListener(createApp(app, answer).fetch)
