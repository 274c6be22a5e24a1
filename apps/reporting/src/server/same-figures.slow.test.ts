import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import { publicReport } from '@wayproof/letters/pdf/sealed-report-pdf'
import { nodesOf, readPdf } from '@wayproof/letters/pdf/testing/read-pdf'
import { renderLetter } from '@wayproof/letters/rendering/render-letter'
import { verdictTarget, verdictValue } from '@wayproof/messages/goal-value'
import { messages } from '@wayproof/messages/messages'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { expect, test } from 'vitest'
import { makeApiKey } from './settings/api-key-router.ts'
import { programme } from './testing/closing-programme.ts'
import { FIVE_GOALS_REGISTERS, FIVE_GOALS_WAVES } from './testing/five-goals.ts'
import { writeWaves } from './testing/write-waves.ts'
import { surveyPorts } from './trpc/ports.ts'

const period = '2025-H2'

/** Pages, letters and PDFs break lines at different places; a CSV marks a minus, so that no cell is a formula. */
const plain = (text: string) => text.replaceAll(/<[^>]*>/g, '').replaceAll(/[\s\u00a0\u200b']/g, '')

/** A half-year with a survey and a figure for each goal, closed by the two officers. */
async function closedHalfYear() {
  const closing = await programme({ half: period })
  const { services, database, first, second, send, join } = closing
  await publishQuestionnaire(surveyPorts(services), { questionnaire: DEFAULT_QUESTIONNAIRE })
  const officer = await join('officer')
  for (const [register, body] of Object.entries(FIVE_GOALS_REGISTERS)) {
    const headers = { cookie: officer.cookie, 'content-type': 'application/octet-stream' }
    const answer = await send(`/import/${register}?dryRun=false&fileName=x.csv`, { method: 'POST', body, headers })
    expect(answer.status, `${register}: ${await answer.text()}`).toBe(200)
  }
  await writeWaves(database, FIVE_GOALS_WAVES)
  await closing.ready()
  const freeze = await first.period.freeze({ period })
  await closing.signAll()
  await second.period.close({ period, freeze })
  return { ...closing, officer }
}

test('the five figures of a closed half-year with a survey, and the sentences on how firm they are, are the same in every output, in both languages', async () => {
  const { services, first, executive, officer, send, join } = await closedHalfYear()
  const { verdicts } = await executive.scorecard.forPeriod({ period })
  expect(verdicts.map(({ goal, value }) => [goal, value === null])).toEqual(GOALS.map((goal) => [goal, false]))
  const viewed = await Promise.all(GOALS.map((goal) => executive.scorecard.goal({ goal, period })))
  expect(viewed.map(({ verdict }) => verdict)).toEqual(verdicts)

  const reader = { en: await join('executive'), 'zh-CN': await join('executive', 'zh@x.example', 'zh-CN') }
  await first.summary.send({ period })
  const now = services.clock.now()
  const letters = await services.store.outbox.claim(10, now, now + 60_000)
  const organisation = await services.store.organisation.get()
  const sealed = await services.store.publicReports.sealed(period)
  const key = await makeApiKey(services, {
    ...{ name: 'Board portal', scopes: ['scorecard:read'], actor: { ...officer.person, name: 'officer' } },
  })
  if (!organisation || !sealed || !key.ok) throw new Error('nothing is sealed')
  const inCookie = (locale: Locale, path: string) => send(path, { headers: { cookie: reader[locale].cookie } })
  const shownOf = (verdict: Verdict, locale: Locale) => ({
    name: messages(locale).goals.names[verdict.goal],
    value: verdictValue(verdict, locale),
    target: verdictTarget(verdict),
    result: messages(locale).scorecard.claims.verdict(verdict),
    quality: messages(locale).scorecard.claims.quality(verdict),
  })

  const published = { on: '2026-02-03', address: 'https://s.example/report' }
  for (const locale of LOCALES) {
    const shown = verdicts.map((verdict) => shownOf(verdict, locale))
    const headers = { authorization: `Bearer ${key.value.token}`, 'accept-language': locale }
    const api = await (await send(`/api/v1/scorecard?period=${period}`, { headers })).json()
    expect(api.goals.map((goal: { shown: unknown }) => goal.shown)).toEqual(shown)
    expect(api.goals.map(({ value, interval }: Verdict) => ({ value, interval }))).toEqual(
      verdicts.map(({ value, interval }) => ({ value, interval })),
    )

    const letter = letters.find(
      ({ letter: { kind, locale: language } }) => kind === 'executive-summary' && language === locale,
    )
    if (!letter) throw new Error(`no summary in ${locale}`)
    const links = { reporting: 'https://r.example/', sealCheck: 'https://r.example/check-seal' }
    const mail = await renderLetter(letter.letter, { organisation, links })
    const file = await inCookie(locale, `/export/report/${period}/${locale}`)
    const pdf = await readPdf(new Uint8Array(await file.arrayBuffer()))
    const publicPage = publicReport(sealed, { locale, organisation, published })
    const goalRows = publicPage.blocks.flatMap((block) => (block.kind === 'goals' ? block.rows : []))
    const outputs = {
      csv: await (await inCookie(locale, `/export/scorecard.csv?period=${period}`)).text(),
      letter: mail.html,
      'letter as text': mail.text,
      pdf: pdf.text,
      'public report': JSON.stringify(goalRows),
    }
    const trends = publicPage.blocks.flatMap((block) => (block.kind === 'trends' ? block.items : []))
    const bullets = goalRows.flatMap(({ chart }) => chart ?? [])
    const drawn = [...bullets, ...trends.map(({ drawing }) => drawing)]
    const drawings = pdf.pages.flatMap(nodesOf).flatMap(({ alt }) => alt ?? [])
    expect(drawings).toEqual(drawn.map(({ alt }) => alt))
    expect(shown.filter(({ quality }) => quality !== null)).toHaveLength(1)
    for (const { name, value, target, result, quality } of shown) {
      for (const [output, text] of Object.entries(outputs)) {
        const row = plain(text).slice(plain(text).indexOf(plain(name)))
        // A file of figures has no room for the line of quality.
        const line = output === 'csv' ? '' : (quality ?? '')
        for (const part of [name, value ?? '', target, result, line])
          expect(row, `${output}: ${name}`).toContain(plain(part))
      }
      expect(drawings.some((alt) => plain(alt).includes(plain(value ?? '')) && alt.includes(target))).toBe(true)
    }
    expect(outputs.csv.trim().split('\r\n')).toHaveLength(1 + GOALS.length)
  }
})
