import { openMetrics } from '@wayproof/service-start/metrics/open-metrics'
import { expect, it, onTestFinished } from 'vitest'
import { form, post } from '../testing/browser.ts'
import { surveyAtWork } from '../testing/survey-at-work.ts'

/** The figures that one request moves in every process: without their rounding they would date an answer. */
const MOVES_BY_ITSELF = /^(process_cpu|process_resident|nodejs_heap|nodejs_eventloop_lag|nodejs_gc)/

it('two scrapes around answers differ in no figure but those of the process, and none is about requests', async () => {
  const work = await surveyAtWork()
  const metrics = await openMetrics({ port: 0, isCoarse: true })
  onTestFinished(async () => {
    await metrics.close()
    await work.close()
  })
  const scrape = async () => {
    const text = await (await fetch(`http://127.0.0.1:${metrics.port}/metrics`)).text()
    return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  }
  const before = await scrape()
  for (const { token, unsubscribeToken } of work.links) {
    const answer = await post(work.app, `/s/${token}`, { ...(await form(work.app, token)), overall: '5' })
    expect(answer.status).toBe(303)
    await work.app.request(`/u/${unsubscribeToken}`, { method: 'POST' })
  }
  const after = await scrape()
  const nameOf = (sample: string) => sample.replace(/ \S+$/, '')
  expect(after.map(nameOf).filter((name) => !name.startsWith('nodejs_gc'))).toEqual(
    before.map(nameOf).filter((name) => !name.startsWith('nodejs_gc')),
  )
  expect(after.filter((sample) => !before.includes(sample) && !MOVES_BY_ITSELF.test(sample))).toEqual([])
  expect([...before, ...after].filter((sample) => !/^((process|nodejs)_|wayproof_build_info)/.test(sample))).toEqual([])
  expect(
    [...before, ...after].filter((sample) => /request|http|socket|handle|connection|_count|_bucket|fds/.test(sample)),
  ).toEqual([])
})
