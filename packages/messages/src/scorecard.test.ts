import { halfYear, type Period, year } from '@wayproof/kernel/calendar/period'
import type { IncidentFacts, QuarterFacts, WaveFacts } from '@wayproof/scorecard/facts'
import { gapToTarget } from '@wayproof/scorecard/gap/gap-to-target'
import { judgeCustomerSatisfaction } from '@wayproof/scorecard/goals/customer-satisfaction'
import { judgeIncidentReduction } from '@wayproof/scorecard/goals/incident-reduction'
import { judgePartnerAudit } from '@wayproof/scorecard/goals/partner-audit'
import { judgePolicyPublication } from '@wayproof/scorecard/goals/policy-publication'
import { judgeStaffTraining } from '@wayproof/scorecard/goals/staff-training'
import { publish } from '@wayproof/scorecard/publish/publish'
import { FINEST_STEP } from '@wayproof/scorecard/publish/published-step'
import { RULES } from '@wayproof/scorecard/rules'
import type { RunningResult } from '@wayproof/scorecard/running-result'
import { courseOf } from '@wayproof/scorecard/running-result'
import type { OverallResult } from '@wayproof/scorecard/scorecard'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { expect, it } from 'vitest'
import { messages } from './messages.ts'

const nb = (text: string) => text.replaceAll('\u00a0', ' ')
const en = messages('en').scorecard
const zh = messages('zh-CN').scorecard
const context = (period: Period, asOf = '2025-12-31') => ({ period, asOf, rules: RULES })
const half = context(halfYear(2025, 2))

const quarter = (passed: number, sessionHeld = true, isSilent = false) => {
  const rest = { firstAttemptPassed: 0, exempt: 0, notYetDue: 0, late: 0, silent: isSilent, usualShare: null }
  return publish(
    judgeStaffTraining({ quarters: [{ quarter: '2025-Q4', due: 824, passed, sessionHeld, ...rest }] }, half),
  )
}
/** An ended third quarter and a running fourth one. */
const halfway = (ended: Partial<QuarterFacts>, running: Partial<QuarterFacts>) => {
  const base = { due: 190, passed: 0, firstAttemptPassed: 0, exempt: 0, notYetDue: 0, late: 0, silent: false }
  const quarterOf = (quarter: string, facts: Partial<QuarterFacts>) => {
    return { ...base, quarter, sessionHeld: true, usualShare: null, ...facts }
  }
  const quarters = [quarterOf('2025-Q3', ended), quarterOf('2025-Q4', { due: 194, ...running })]
  return publish(judgeStaffTraining({ quarters }, context(halfYear(2025, 2), '2025-10-05')))
}
const leaks = (facts: Partial<IncidentFacts>, asOf?: string) => {
  const base = {
    baselineYear: 2024,
    currentYear: 2025,
    registered: true,
    baselineCount: 8,
    currentCount: 4,
    undecided: 0,
  }
  const silence = { baseline: null, current: null }
  const counts = { ...base, silence, assessmentDone: true, yearAssumed: false, ...facts }
  const { baselineCount, currentCount } = counts
  const booked = { months: 12, baselineCount, currentCount, baselineBookings: null, currentBookings: null }
  const all = { baselineSoFar: baselineCount, booked: { ...booked, unbooked: [] }, ...counts }
  return publish(judgeIncidentReduction(all, context(year(2025), asOf)))
}
const wave = (top: number, facts: Partial<WaveFacts> = {}) => {
  const rated = { numerator: top, denominator: 1140 }
  const letters = {
    eligible: 6200,
    cells: [{ categories: { region: 'east' }, baseWeight: 1, opinions: 1140, satisfied: top }],
    margins: { region: { east: 6200 } },
    invited: 6200,
    delivered: 6066,
    answered: 1284,
    withoutOpinion: 0,
    open: false,
    minimumForStatus: 100,
    step: FINEST_STEP,
    changedClose: null,
    trendBreak: null,
  }
  return publish(judgeCustomerSatisfaction({ wave: { ...letters, rated, ...facts }, improvementChosen: true }, half))
}
const partners = (audited: number, due = 41, asOf?: string) => {
  const facts = { due, audited, passed: audited, notYetDue: 0, failedWithoutPlan: 0, usualShare: null }
  return publish(judgePartnerAudit(facts, context(year(2025), asOf)))
}
const surfaces = (published: number, stale = 0, lastLookOn: string | null = '2025-12-30') => {
  const facts = { inScope: 14, published, stale, lastLookOn, version: '6', busiestMissing: null }
  return publish(judgePolicyPublication({ ...facts, programmeStart: '2024-01-01' }, half))
}

const standing = (missed: OverallResult['missed'], unknown: OverallResult['unknown'] = []): OverallResult => {
  const all = [
    'policy-publication',
    'staff-training',
    'incident-reduction',
    'customer-satisfaction',
    'partner-audit',
  ] as const
  const met = all.filter((goal) => !missed.includes(goal) && !unknown.includes(goal))
  return { met, missed, unknown, overall: missed.length > 0 ? 'missed' : unknown.length > 0 ? 'unknown' : 'met' }
}

it('begins with the one most important sentence', () => {
  expect(en.headline(standing(['staff-training', 'partner-audit']))).toBe(
    '3 of 5 goals met. Missed: staff training and partner audits.',
  )
  expect(en.headline(standing([]))).toBe('All 5 goals met.')
  expect(en.headline(standing(['staff-training'], ['customer-satisfaction']))).toBe(
    '3 of 5 goals met. Missed: staff training. No result yet: customer satisfaction.',
  )
  expect(zh.headline(standing(['staff-training', 'partner-audit']))).toBe(
    '5 项目标，3 项达标。员工培训覆盖率和合作伙伴年度审核未达标。',
  )
  expect(zh.headline(standing([]))).toBe('5 项目标全部达标。')
})

const course = (goals: Partial<RunningResult>): RunningResult => ({
  ...{ reached: [], missed: [], 'on-pace': [], behind: [], 'far-behind': [] },
  ...{ 'too-early': [], 'no-data': [], later: [] },
  ...goals,
})

it('a running half-year names what is behind, never that no goal is met', () => {
  const behind = course({ behind: ['staff-training', 'partner-audit'], 'on-pace': ['incident-reduction'] })
  expect(en.courses.headline(behind)).toBe('No goal can be judged yet. Staff training and partner audits are behind.')
  expect(zh.courses.headline(behind)).toBe('期末才能判定是否达标。员工培训覆盖率和合作伙伴年度审核进度落后。')
  const mixed = course({ reached: ['policy-publication'], missed: ['incident-reduction'], behind: ['staff-training'] })
  expect(en.courses.headline(mixed)).toBe(
    'Incident reduction can no longer be met. Policy publication is met so far. Staff training is behind.',
  )
  expect(zh.courses.headline(mixed)).toBe(
    '客户信息泄露事件已无法达标。隐私政策公开率目前达标。员工培训覆盖率进度落后。',
  )
  const far = course({ 'far-behind': ['staff-training'], behind: ['partner-audit'] })
  expect(en.courses.headline(far)).toBe(
    'No goal can be judged yet. Staff training is far behind. Partner audits are behind.',
  )
  expect(zh.courses.headline(far)).toBe('期末才能判定是否达标。员工培训覆盖率进度严重落后。合作伙伴年度审核进度落后。')
  const calm = course({ 'on-pace': ['partner-audit'], 'no-data': ['staff-training'] })
  expect(en.courses.headline(calm)).toBe(
    'No goal can be judged yet. Partner audits are on pace. Staff training has no current data.',
  )
  expect(zh.courses.headline(calm)).toBe('期末才能判定是否达标。合作伙伴年度审核进度正常。员工培训覆盖率缺少近期数据。')
})

it('a cell of a table says in a few words where a goal stands', () => {
  const verdicts: readonly Verdict[] = [
    surfaces(13),
    surfaces(14),
    surfaces(0, 0, null),
    quarter(763),
    halfway({ silent: true }, {}),
    halfway({ passed: 190 }, { passed: 61 }),
    leaks({ currentCount: 1 }, '2025-06-30'),
    leaks({ currentCount: 6 }),
    leaks({ assessmentDone: false }),
    wave(1000),
    wave(970),
    wave(12, { rated: { numerator: 11, denominator: 12 } }),
    wave(0, { open: true, answered: null }),
    partners(38),
    partners(41),
  ]
  const briefs = verdicts.map((verdict) => [nb(en.brief(verdict)), nb(zh.brief(verdict))])
  expect(briefs).toMatchInlineSnapshot(`
    [
      [
        "13 of 14 platforms show version 6",
        "13/14 个平台已公开第 6 版",
      ],
      [
        "All 14 platforms show version 6",
        "14 个平台已全部公开第 6 版",
      ],
      [
        "No recent check of 14 platforms",
        "14 个平台核验均已过期",
      ],
      [
        "61 of 824 people have not passed",
        "未通过 61/824 人",
      ],
      [
        "No exam records for Q3",
        "2025年第三季度没有考试记录",
      ],
      [
        "124 more of 194 reach the target",
        "再有 124 人通过即达标，应培训 194 人",
      ],
      [
        "1 leak of at most 4 so far",
        "至今 1 起泄露，上限 4 起",
      ],
      [
        "6 leaks, limit 4",
        "6 起泄露，上限 4 起",
      ],
      [
        "4 leaks, limit 4; no security assessment",
        "4 起泄露，缺少年度安全评估",
      ],
      [
        "1,284 of 6,200 answered, 85.6 to 89.4%",
        "1,284/6,200 人作答，85.6%～89.4%",
      ],
      [
        "1,284 of 6,200 answered, 82.9 to 87%",
        "1,284/6,200 人作答，82.9%～87%",
      ],
      [
        "At least 11 of 12 satisfied; details hidden",
        "12 人中至少 11 人满意，不显示明细",
      ],
      [
        "6,200 people invited, under 50 answers",
        "6,200 人受邀，作答不足 50 人",
      ],
      [
        "3 of 41 partners without a full audit",
        "3/41 家未完成全面审核",
      ],
      [
        "All 41 partners audited in full",
        "41 家均已完成全面审核",
      ],
    ]
  `)
  for (const [english = '', chinese = ''] of briefs) {
    expect(english.split(' ').length).toBeLessThanOrEqual(9)
    expect(chinese.length).toBeLessThanOrEqual(28)
  }
})

it('uses the result as the title of a goal', () => {
  expect(nb(en.title(wave(1000)))).toBe('Customer satisfaction: 87.7%, met, beyond sampling error')
  expect(nb(en.title(wave(970)))).toBe('Customer satisfaction: 85%, met, could be chance')
  expect(en.title(wave(12, { rated: { numerator: 11, denominator: 12 } }))).toBe(
    'Customer satisfaction: at least 11 of 12, too few responses',
  )
  expect(nb(en.title(leaks({})))).toBe('Incident reduction: −50%, met, too few to demonstrate')
  expect(nb(en.title(quarter(763)))).toBe('Staff training: 92.5%, missed, within tolerance')
  expect(zh.title(wave(1000))).toBe('客户满意度：87.7%，达标，超出抽样误差')
  expect(zh.title(wave(1000, { open: true }))).toBe('客户满意度：调查还没有截止')
})

it.each<[Verdict, string, string]>([
  [surfaces(14), 'All 14 platforms show version 6, in every language.', '14 个平台已全部公开第 6 版（全部语言）。'],
  [
    surfaces(13),
    '1 of 14 platforms does not show version 6 in every language.',
    '1/14 个平台未公开第 6 版（全部语言）。',
  ],
  [
    surfaces(8, 5),
    '1 of 14 platforms does not show version 6 in every language. 5 of 14 platforms passed an earlier check that is now out of date.',
    '1/14 个平台未公开第 6 版（全部语言）。5 个平台核验已过期，不计入。',
  ],
  [
    surfaces(0, 5, '2025-03-02'),
    'No recent check; the last was on 2 March 2025. Of 14 platforms 5 showed version 6 in every language when last checked.',
    '核验均已过期，最近一次：2025年3月2日。上次核验时 5/14 个平台已公开第 6 版（全部语言）。',
  ],
  [surfaces(0, 0, null), 'No platform has ever been checked.', '从未核验过任何平台。'],
  [quarter(0, false, true), 'No training or exam record for quarter 4 of 2025.', '2025年第四季度没有课程或考试记录。'],
  [quarter(763), '61 of 824 people have not passed.', '未通过 61/824 人。'],
  [
    quarter(824, false),
    'All 824 people have passed. The all-staff session was not held.',
    '824 人全部通过。未举行全员培训。',
  ],
  [leaks({}), '4 leaks (limit 4).', '4 起泄露，上限 4 起。'],
  [leaks({ currentCount: 6 }), '6 leaks (limit 4).', '6 起泄露，上限 4 起。'],
  [
    leaks({ baselineCount: 40, currentCount: 3, assessmentDone: false }),
    '3 leaks (limit 20). The annual security assessment is missing.',
    '3 起泄露，上限 20 起。缺少年度安全评估。',
  ],
  [leaks({ baselineCount: 10, currentCount: 11 }), '11 leaks (limit 5).', '11 起泄露，上限 5 起。'],
  [
    leaks({ currentCount: 1, undecided: 4 }),
    '1 leak and 4 undecided suspicions (limit 4).',
    '1 起泄露，另有 4 起疑似事件待定性，上限 4 起。',
  ],
  [
    leaks({ currentCount: 2, baselineSoFar: 3 }, '2025-06-30'),
    '2 leaks so far (limit 4). Up to the same day of 2024: 3.',
    '至今 2 起泄露，上限 4 起。2024 年同期 3 起。',
  ],
  [
    leaks({ currentCount: 0, silence: { baseline: null, current: ['2025-01', '2025-02'] } }, '2025-02-28'),
    'Unknown: for January to February 2025 no incident is recorded, and nobody confirmed that there was none.',
    '无法判断：2025年1月至2月没有事件记录，也无人确认未发生事件。',
  ],
  [wave(996), '1,140 answers with an opinion. Interval 85.3 to 89.1%.', '有效答卷 1,140 份。区间 85.3% 至 89.1%。'],
  [
    wave(12, { rated: { numerator: 12, denominator: 12 } }),
    '12 answers with an opinion. At least 11 of 12 are satisfied. Exact figures are hidden to protect individuals. A result needs at least 100 responses.',
    '有效答卷 12 份。12 人中至少 11 人满意。为保护隐私，不显示明细。判定至少需 100 份。',
  ],
  [
    wave(1, { rated: { numerator: 1, denominator: 12 } }),
    '12 answers with an opinion. At most 1 of 12 is satisfied. Exact figures are hidden to protect individuals. A result needs at least 100 responses.',
    '有效答卷 12 份。12 人中最多 1 人满意。为保护隐私，不显示明细。判定至少需 100 份。',
  ],
  [
    wave(996, { step: 'verdict' }),
    '1,140 answers with an opinion. The share is hidden: it could reveal a small group.',
    '有效答卷 1,140 份。比例不显示：可据此推算出其他分组。',
  ],
  [
    wave(996, { step: 0.5 }),
    '1,140 answers with an opinion. Interval 85 to 89%. Rounded down to 0.5 points: finer figures could reveal a small group.',
    '有效答卷 1,140 份。区间 85% 至 89%。按 0.5 个百分点向下取整：更细的数据可推算出其他分组。',
  ],
  [
    wave(996, { step: 1 }),
    '1,140 answers with an opinion. Interval 85 to 89%. Rounded down to 1 point: finer figures could reveal a small group.',
    '有效答卷 1,140 份。区间 85% 至 89%。按 1 个百分点向下取整：更细的数据可推算出其他分组。',
  ],
  [
    wave(996, { open: true }),
    'The survey is open: 1,284 of 6,200 have answered.',
    '调查进行中：6,200 人受邀，1,284 人已提交。',
  ],
  [
    wave(0, { open: true, answered: null }),
    'The survey is open: 6,200 people invited. Answers are counted hourly and shown from 50 on.',
    '调查进行中：6,200 人受邀。整点统计，满 50 人作答后显示。',
  ],
  [
    wave(1138, { rated: { numerator: 3, denominator: 4 } }),
    'Too few people answered to show a result.',
    '答卷过少，不显示结果。',
  ],
  [partners(38), '3 of 41 partners have no full audit.', '3/41 家合作伙伴未完成全面审核。'],
])('explains a verdict in one line: %#', (verdict, english, chinese) => {
  expect(nb(en.line(verdict))).toBe(english)
  expect(zh.line(verdict)).toBe(chinese)
})

it.each<[Verdict, string, string]>([
  [surfaces(14), 'No margin: one fewer misses the target.', '无余量。'],
  [
    surfaces(12),
    'Missed by 2 platforms without version 6. The period has ended; only a correction can change this.',
    '还差：2 个平台未公开第 6 版。期间已结束，只能通过更正台账调整。',
  ],
  [
    quarter(763),
    'Missed by 20 passes. The period has ended; only a correction can change this.',
    '还差：20 人通过。期间已结束，只能通过更正台账调整。',
  ],
  [quarter(787), '4 passes above target.', '余量：4 人。'],
  [
    leaks({ currentCount: 11, baselineCount: 10 }, '2025-06-30'),
    'Target can no longer be met: 11 leaks (limit 5).',
    '已超上限：11 起（上限 5 起）。',
  ],
  [
    leaks({ currentCount: 11, baselineCount: 10 }),
    'Missed by 6 leaks. The period has ended; only a correction can change this.',
    '超出 6 起。期间已结束，只能通过更正台账调整。',
  ],
  [
    leaks({ currentCount: 1, assessmentDone: false }, '2025-06-30'),
    'To reach the target: a full security assessment by 31 December 2025. 3 more leaks allowed.',
    '达标还需：2025年12月31日前完成全面安全评估。余量：3 起。',
  ],
  [wave(931), 'Missed by 38 satisfied answers.', '还差：38 份满意。'],
  [wave(1000, { step: 'verdict' }), 'The margin is hidden to protect individuals.', '为保护隐私，余量不显示。'],
  [
    wave(931, { step: 'verdict' }),
    'Missed by satisfied answers (the number is hidden to protect individuals).',
    '还差：满意的答卷（为保护隐私，份数不显示）。',
  ],
  [
    wave(40, { rated: { numerator: 90, denominator: 95 } }),
    'Missing: 5 more answers with an opinion (a status needs 100). Owner: Customer service.',
    '还缺：5 份有效答卷（判定至少需 100 份）。责任部门：客服部门。',
  ],
  [
    partners(38),
    'Missed by 3 partner audits. The period has ended; only a correction can change this.',
    '还差：3 家合作伙伴的审核。期间已结束，只能通过更正台账调整。',
  ],
])('names in one line the gap of a verdict to green, or its margin: %#', (verdict, english, chinese) => {
  expect(nb(en.gaps.gap(gapToTarget(verdict)))).toBe(english)
  expect(zh.gaps.gap(gapToTarget(verdict))).toBe(chinese)
})

it('says "could be chance" exactly where the interval contains the target', () => {
  for (const currentCount of [20, 30, 50, 60])
    for (const currentBookings of [100, 400, 1000, 5000]) {
      const counts = { baselineCount: 100, currentCount, baselineBookings: 1000, currentBookings }
      const verdict = leaks({ ...counts, booked: { months: 12, unbooked: [], ...counts } })
      const isInside = en.intervalNote(verdict).includes('includes the target')
      expect(en.claims.strength(verdict)).toBe(isInside ? 'could be chance' : 'beyond chance')
      expect(zh.claims.strength(verdict)).toBe(isInside ? '不显著' : '结果显著')
      for (const said of [en.title(verdict), en.certainty(verdict)])
        expect(said.includes('could be chance')).toBe(isInside)
      expect(nb(en.line(verdict))).toMatch(/Per booking: .*95% interval/)
    }
})

it('has a sentence for the leaks per booking, and names the months without bookings', () => {
  const booked = { months: 12, baselineCount: 8, currentCount: 4, baselineBookings: 100, currentBookings: 200 }
  const known = leaks({ booked: { ...booked, unbooked: [] } })
  expect(nb(en.perBooking(known) ?? '')).toBe('Per booking: −75% (95% interval −94.4 to −6.6%).')
  expect(zh.perBooking(known)).toBe('按每单计：−75%（95% 置信区间 −94.4%～−6.6%）。')
  const unbooked = ['2024-03', '2025-05', '2025-06', '2025-07', '2024-12', '2025-01']
  const unknown = leaks({ booked: { ...booked, baselineBookings: null, currentBookings: null, unbooked } })
  expect(nb(en.line(unknown))).toContain(
    'Rate per booking unknown: no bookings for March 2024, December 2024, January 2025, May to July 2025.',
  )
  expect(zh.line(unknown)).toContain(
    '无法计算每单泄露率：缺 2024年3月、2024年12月、2025年1月、2025年5月至7月的订单数。',
  )
})

it('nine of ten partners on 1 December are a fact with the days left, and no chance', () => {
  const verdict = partners(9, 10, '2025-12-01')
  expect(verdict).toMatchObject({ verdict: 'unknown', status: 'green' })
  const said = [en.brief(verdict), en.line(verdict), zh.brief(verdict), zh.line(verdict)].map(nb)
  expect(said).toEqual([
    '9 of 10 audited, 30 days left; 9 expected by now',
    '9 of 10 audited, 30 days left. 9 expected by now, 10 needed by the end.',
    '已审核 9/10 家，剩余 30 天；至今应完成 9 家',
    '已审核 9/10 家，剩余 30 天。至今应完成 9 家，期末须达到 10 家。',
  ])
  expect(en.courses.words[courseOf(verdict)]).toBe('On pace')
})

it('leaks of a running year stand beside what is allowed by now and in all', () => {
  const verdict = leaks({ currentCount: 2, baselineSoFar: 3 }, '2025-05-31')
  expect(nb(en.line(verdict))).toBe(
    '2 leaks so far, 214 days left. At most 2 by now, 4 in all. Up to the same day of 2024: 3.',
  )
  expect(nb(zh.line(verdict))).toBe('至今 2 起泄露，剩余 214 天。至今应不超过 2 起，全期上限 4 起。2024 年同期 3 起。')
})

it('describes a change and how firm it is, the same in every language', () => {
  const unseen = { interval: { lower: 0.003, upper: 0.061, level: 0.98 }, detectable: 0.0412 }
  const firm = { goal: 'customer-satisfaction', from: 0.841, to: 0.873, strength: 'demonstrated' } as const
  const change = { ...firm, ...unseen, broken: null } as const
  const perhaps = { ...change, strength: 'could-be-chance' } as const
  expect(nb(en.fromTo(change) ?? '')).toBe('84.1 → 87.3%')
  expect(nb(zh.fromTo(change) ?? '')).toBe('84.1 → 87.3%')
  expect([en.claims.change(change), zh.claims.change(change)]).toEqual(['beyond sampling error', '超出抽样误差'])
  expect(en.claims.change(perhaps)).toBe('could be chance; 4.2 points are found by 80 of 100 such waves')
  expect(zh.claims.change(perhaps)).toBe('不显著；同等规模的调查，每 100 次有 80 次能检出 4.2 个百分点的变化')
  expect(nb(en.waveChanges.line(change) ?? '')).toBe(
    'vs. the previous half-year: +3.2 points (98% interval +0.3 to +6.1 points), beyond sampling error.',
  )
  expect(nb(zh.waveChanges.line(change) ?? '')).toBe(
    '较上个半年度 +3.2 个百分点（98% 置信区间 +0.3 至 +6.1 个百分点），超出抽样误差。',
  )
  expect(en.fromTo({ ...change, from: null })).toBeNull()
})

it.each([
  [3, 8, '3 (limit 4); 5 fewer than the year before', '3 起，上限 4 起；比上年度少 5 起'],
  [4, 4, '4 (limit 4); as many as the year before', '4 起，上限 4 起；与上年度持平'],
  [6, 4, '6 (limit 4); 2 more than the year before', '6 起，上限 4 起；比上年度多 2 起'],
])('compares %i leaks with %i of the previous year as counts, not in points', (now, before, english, chinese) => {
  const nothing = { from: null, to: null, strength: null, interval: null, detectable: null, broken: null }
  const change = { goal: 'incident-reduction', ...nothing } as const
  const of = { ...change, leaks: { from: { count: before, cap: 8 }, to: { count: now, cap: 4 } } }
  expect([en.fromTo(of), zh.fromTo(of)]).toEqual([english, chinese])
  // An older seal contains two reductions.
  expect(en.fromTo({ ...change, from: -0.25, to: 0.5 })).toBeNull()
})

it('shows the interval of a reduction as a change, the greatest reduction first', () => {
  expect(nb(en.interval(leaks({})) ?? '')).toBe('−88.9 to +86.7%')
  expect(en.interval(partners(41))).toBeNull()
})

it.each([
  [0.85, 0.9, 'entirely above target', '全部达标'],
  [0.8, 0.85, 'includes the target', '包含目标值'],
  [0.7, 0.8, 'entirely below target', '全部未达标'],
] as const)('says on which side of the target an interval from %d to %d lies', (lower, upper, english, chinese) => {
  const verdict = { ...wave(996), target: 0.85, interval: { lower, upper, level: 0.95 } }
  expect(en.intervalNote(verdict)).toBe(`95% interval; ${english}`)
  expect(zh.intervalNote(verdict)).toBe(`95% 置信区间，${chinese}`)
})

it('contains no word of the other language', () => {
  const verdicts = [surfaces(13), quarter(763), leaks({}), wave(996), partners(38)]
  for (const verdict of verdicts) {
    expect(
      `${zh.title(verdict)}${zh.line(verdict)}${zh.target(verdict)}${zh.certainty(verdict)}${zh.gaps.gap(gapToTarget(verdict))}`,
    ).not.toMatch(/[a-z]{2}/i)
    expect(
      `${en.title(verdict)}${en.line(verdict)}${en.target(verdict)}${en.certainty(verdict)}${en.gaps.gap(gapToTarget(verdict))}`,
    ).not.toMatch(/\p{Script=Han}/u)
  }
})

it.each([
  [
    halfway({ silent: true }, {}),
    'No training or exam record for quarter 3 of 2025. Quarter 4 of 2025: 0 of 194 people have passed so far, 87 days left. 10 expected by now, 185 needed by the end.',
    '2025年第三季度没有课程或考试记录。2025年第四季度：194 人中已有 0 人通过，剩余 87 天。至今应完成 10 人，期末须达到 185 人。',
  ],
  [
    halfway({ silent: true }, { passed: 150 }),
    'No training or exam record for quarter 3 of 2025. Quarter 4 of 2025: 150 of 194 people have passed so far, 87 days left. 10 expected by now, 185 needed by the end.',
    '2025年第三季度没有课程或考试记录。2025年第四季度：194 人中已有 150 人通过，剩余 87 天。至今应完成 10 人，期末须达到 185 人。',
  ],
  [
    halfway({ passed: 100 }, { passed: 2 }),
    'Quarter 3 of 2025: 90 of 190 people have not passed. Quarter 4 of 2025: 2 of 194 people have passed so far.',
    '2025年第三季度：未通过 90/190 人。2025年第四季度：194 人中已有 2 人通过。',
  ],
])('the running quarter is shown beside the ended one, regardless of its count', (verdict, english, chinese) => {
  expect(nb(en.line(verdict))).toBe(english)
  expect(nb(zh.line(verdict))).toBe(chinese)
})

it('names the last counted day of figures and, if it differs, the day of the registers’ state', () => {
  expect(en.counted('2025-12-31', '2025-12-31')).toBe('as of 31 December 2025')
  expect(en.counted('2025-12-31', '2026-11-28')).toBe('through 31 December 2025, as recorded on 28 November 2026')
  expect(zh.counted('2025-12-31', '2025-12-31')).toBe('截至2025年12月31日')
  expect(zh.counted('2025-12-31', '2026-11-28')).toBe('截至2025年12月31日，依据2026年11月28日的记录')
})

it('every page and letter names its day in these words', () => {
  const [english, chinese] = [en.counted('2025-12-31', '2026-11-28'), zh.counted('2025-12-31', '2026-11-28')]
  for (const [locale, counted] of [
    ['en', english],
    ['zh-CN', chinese],
  ] as const) {
    const { letters, report, reporting } = messages(locale)
    const said = [
      letters.summary.asOf(counted, '3'),
      report.asOf(counted),
      reporting.samples.rows.lead('H2', counted),
      reporting.measures.lead(counted, '3'),
    ]
    for (const text of said) expect(text.toLowerCase()).toContain(counted.toLowerCase())
  }
})

it('the share of all who answered stands beside that of the answers with an opinion', () => {
  const figures = { rated: { numerator: 1013, denominator: 1140 }, withoutOpinion: 87 }
  expect(en.line(wave(1013, figures))).toContain('Of all who answered, 82.5% are satisfied (unweighted).')
  expect(zh.line(wave(1013, figures))).toContain('占全部受访客户的 82.5%（未加权）。')
  expect(en.line(wave(1013))).not.toContain('Of all who answered')
  expect(en.line(wave(1013, { ...figures, step: 'verdict' }))).not.toContain('Of all who answered')
})

it('the share of all who answered is not shown where it gives away few answers without an opinion', () => {
  const rated = { numerator: 10, denominator: 14 }
  const cells = [{ categories: { region: 'east' }, baseWeight: 1, opinions: 14, satisfied: 10 }]
  const { figures } = wave(10, { rated, cells, withoutOpinion: 1, minimumForStatus: 10 })
  expect(figures).toMatchObject({ withoutOpinion: null, satisfiedOfAll: null })
})
