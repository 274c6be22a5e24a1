import { LOCALES } from '@wayproof/kernel/people/locale'
import type { Meeting } from '@wayproof/oversight/meetings/meeting'
import { expect, test } from 'vitest'
import { minutesPdf } from './minutes-pdf.ts'
import { openReportSetter } from './report-pdf.ts'
import { readPdf } from './testing/read-pdf.ts'

const at = Date.parse('2026-05-12T08:00:00Z')
const meeting: Meeting = {
  ...{ id: 'm', plannedOn: '2026-05-12', heldOn: '2026-05-12', notes: 'First.\n\nSecond.', nextOn: '2026-08-11' },
  agenda: {
    at,
    goals: [{ period: '2026-H1', goal: 'staff-training', status: 'red' }],
    duties: [{ kind: 'agreement', subject: 'P-2', part: null, name: 'Sunline', due: { day: '2026-05-10' } }],
    actions: [
      {
        ...{ id: 'a', origin: 'feedback', originId: '', owner: 'customer-service', dueOn: '2026-06-30' },
        text: { 'zh-CN': '表格更短', en: 'A shorter form' },
      },
    ],
  },
  attendees: [
    { userId: 'u', name: '林若安' },
    { userId: null, name: 'Legal' },
  ],
  decisions: [
    { id: 'd', text: 'Sign', action: { id: 'b', owner: 'procurement', dueOn: '2026-06-01', effect: 'all signed' } },
  ],
  ...{ finished: { at, by: '林若安' }, revision: 3 },
}
const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example', sample: false }
const choices = { organisation, timeZone: 'Asia/Shanghai' }
const set = openReportSetter()

test.each(LOCALES)(
  'minutes are set as a tagged PDF in %s, with agenda, decisions and the next date',
  async (locale) => {
    const content = minutesPdf(meeting, { ...choices, locale })
    if (!content) throw new Error('there are no minutes')
    const pdf = await readPdf(set({ content, locale, links: {} }))
    const texts =
      locale === 'en'
        ? [
            'Privacymeetingof12May2026',
            'Stafftraining:offtarget',
            'Sunline(Overdueby2days)',
            'Ashorterform',
            'allsigned',
          ]
        : ['隐私保护工作会议', '员工培训覆盖率：偏离目标', 'Sunline的数据处理协议（逾期2天）', '表格更短', 'allsigned']
    expect(texts.filter((text) => !pdf.text.includes(text))).toEqual([])
    expect(pdf.text).toContain('林若安')
    expect(pdf.text).toContain('First.')
    expect(pdf.text).not.toContain('□')
    expect([pdf.marked, pdf.title]).toEqual([true, content.subject])
  },
)

test('minutes that can still change have no PDF', () => {
  expect(minutesPdf({ ...meeting, finished: null }, { ...choices, locale: 'en' })).toBeNull()
})
