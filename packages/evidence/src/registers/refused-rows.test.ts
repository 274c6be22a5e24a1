import { expect, test } from 'vitest'
import type { RegisterId } from '../register.ts'
import { importFixture } from '../testing/import-fixture.ts'

/** Rows that others refer to. */
const STORED: readonly (readonly [register: RegisterId, ...lines: string[]])[] = [
  ['staff-leave', 'number,fromDay,toDay', '1,2025-01-01,2025-03-31'],
  [
    'partners',
    'id,name,service,processesPersonalData,onboarded,offboarded',
    'p1,Cars,ota,yes,2023-01-01,',
    'p2,Coaches,bus,no,2023-01-01,2024-01-01',
  ],
  [
    'incidents',
    'id,title,occurred,discovered,confirmed,disclosure,customerData,state',
    'i1,Lost list,2024-12,2025-01-03T23:50:00+08:00,2025-01-04,yes,yes,confirmed',
  ],
  ['security-assessments', 'id,performedOn,fullScope', 'a1,2025-06-01,yes'],
  ['policy-versions', 'version,approvedOn,effectiveOn', '3,2025-01-01,'],
  [
    'policy-surfaces',
    'id,name,kind,url,languages,collectsPersonalData,activeFrom,activeTo',
    'web,Website,website,https://example.com,zh-CN|en,yes,2020-01-01,',
  ],
]

const CASES: readonly (readonly [title: string, register: RegisterId, lines: string[], faults: string[]])[] = [
  [
    'a page address with a password or in a private network',
    'policy-pages',
    [
      ...['surfaceId,language,url', 'web,zh-CN,https://user:pw@www.example.com/', 'web,en,http://localhost:8080/'],
      ...['web,de,http://127.1/', 'web,fr,https://[::ffff:10.0.0.1]/x', 'web,it,http://10.0.0.8/'],
    ],
    ['2 url user-in-address', ...[3, 4, 5, 6].map((row) => `${row} url private-address`)],
  ],
  [
    'a page of an unknown surface, in no language and without a web address',
    'policy-pages',
    ['surfaceId,language,url', 'x,EN_us,www.example.com'],
    ['2 surfaceId unknown-surface', '2 language bad-value', '2 url bad-value'],
  ],
  [
    'a surface in a private network',
    'policy-surfaces',
    [
      'id,name,kind,url,languages,collectsPersonalData,activeFrom,activeTo',
      's9,x,website,http://192.168.0.1/,en,yes,2024-01-01,',
    ],
    ['2 url private-address'],
  ],
  [
    'a version in force before its approval',
    'policy-versions',
    ['version,approvedOn,effectiveOn', '4,2025-02-01,2025-01-31'],
    ['2 effectiveOn out-of-order'],
  ],
  [
    'two rows of one version, whether or not they agree',
    'policy-versions',
    ['version,approvedOn,effectiveOn', '4,2025-02-01,', '4,2025-02-01,', '4,2025-02-02,'],
    ['3 version duplicate', '4 version duplicate'],
  ],
  [
    'a check of an unknown surface and version, on a day before the publication',
    'policy-checks',
    ['surfaceId,languages,version,publishedOn,checkedOn', 'x,zh-cn,9,2025-02-02,2025-02-01'],
    ['2 surfaceId unknown-surface', '2 version unknown-version', '2 languages bad-value', '2 checkedOn out-of-order'],
  ],
  [
    'a partner in unknown countries whose cooperation begins in 2099',
    'partners',
    [
      'id,name,service,processesPersonalData,countries,onboarded,offboarded',
      'p3,a,b,no,CN|XX|ZZ|UK,2099-01-01,',
      'p4,c,bus,yes,CN|China,2024-01-01,',
    ],
    ['2 countries unknown-country', '2 onboarded too-far-ahead', '3 countries unknown-country'],
  ],
  [
    'an audit of an unknown partner, or on the day on which a partner is out',
    'partner-audits',
    [
      'partnerId,reportDate,result,fullScope,evidenceClass,correctivePlanOn',
      ...['p9,2025-05-01,pass,yes,document,', 'p2,2024-01-01,pass,yes,document,', 'p2,2023-12-31,pass,yes,document,'],
    ],
    ['2 partnerId unknown-partner', '3 reportDate partner-offboarded'],
  ],
  [
    'an agreement with an unknown partner that ends before it begins',
    'partner-agreements',
    ['partnerId,signedOn,expiresOn', 'p9,2025-02-02,2025-02-01'],
    ['2 partnerId unknown-partner', '2 expiresOn out-of-order'],
  ],
  [
    'an audit in progress of an unknown or offboarded partner, without a step or with steps in the wrong order',
    'audit-rounds',
    [
      'partnerId,year,scope,plannedOn,sentOn,answeredOn,reviewedOn,closedOn',
      ...['p9,2025,all,2025-02-01,,,,', 'p2,2024,all,2024-01-01,,,,'],
      ...['p1,2024,all,2024-02-01,2024-02-02,,2024-03-01,', 'p1,2023,all,2023-02-03,2023-02-05,2023-02-04,,'],
    ],
    [
      ...['2 partnerId unknown-partner', '3 plannedOn partner-offboarded'],
      ...['4 answeredOn step-missing', '5 answeredOn out-of-order'],
    ],
  ],
  [
    'an audit finding whose check comes before the action, or has no action or result',
    'audit-findings',
    [
      'id,partnerId,foundOn,finding,severity,action,owner,dueOn,doneOn,checkedOn,effective',
      'f5,p1,2025-05-01,x,low,a,IT,2025-06-01,,2025-05-20,yes',
      'f6,p1,2025-05-01,x,low,a,IT,2025-06-01,2025-05-20,2025-05-19,no',
      'f7,p1,2025-05-01,x,low,,IT,2025-04-30,2025-05-20,2025-05-21,',
      'f8,p9,2025-05-01,x,low,a,IT,2025-06-01,2025-05-20,,yes',
    ],
    [
      ...['2 doneOn step-missing', '3 checkedOn out-of-order', '4 dueOn out-of-order', '4 action step-missing'],
      ...['4 effective step-missing', '5 partnerId unknown-partner', '5 checkedOn step-missing'],
    ],
  ],
  [
    'a security finding of an unknown examination, due and fixed before it was found',
    'security-findings',
    [
      'id,foundIn,foundOn,finding,severity,owner,dueOn,fixedOn',
      ...['v5,s9,2025-05-02,x,high,IT,2025-05-01,2025-05-01', 'v6,a1,2025-06-02,x,worst,IT,2025-06-03,'],
    ],
    ['2 foundIn unknown-examination', '2 dueOn out-of-order', '2 fixedOn out-of-order', '3 severity bad-value'],
  ],
  [
    'an incident without a date, confirmed in the future, or before it occurred',
    'incidents',
    [
      'id,title,occurred,confirmed,disclosure,customerData,state,partnerId,records',
      ...['i3,x,,,yes,yes,confirmed,,', 'i4,x,2026-01,2026-01-06,yes,yes,confirmed,,'],
      'i5,x,2025-03,2025-02-28,yes,yes,confirmed,p9,',
    ],
    [...['2 occurred required', '3 confirmed in-future', '4 confirmed out-of-order', '4 partnerId unknown-partner']],
  ],
  [
    'an incident of an unknown severity or class of data',
    'incidents',
    [
      'id,title,occurred,disclosure,customerData,state,severity,dataClasses',
      'i4,x,2025-03-02,yes,yes,suspected,grave,passport|name',
    ],
    ['2 severity bad-value', '2 dataClasses bad-value'],
  ],
  [
    'an incident whose days are out of order in the time zone of the organization',
    'incidents',
    [
      'id,title,occurred,discovered,confirmed,disclosure,customerData,state,partnerId,records,recordsTo',
      'i3,x,2025-03,2025-03-02T00:10:00+08:00,2025-03-01,yes,yes,confirmed,,9,8',
      'i4,x,2025-03-02,2025-03-01T23:50:00+08:00,,yes,yes,suspected,,,',
    ],
    ['2 confirmed out-of-order', '2 recordsTo bad-number', '3 discovered out-of-order'],
  ],
  [
    'a notice of an unknown incident, late or not required without a reason, early, or with a fact that the law does not require',
    'incident-notices',
    [
      'incidentId,duty,wanted,notifiedAt,facts,reference,reason',
      ...['i9,gdpr-33,yes,,,,', 'i1,gdpr-33,yes,2025-01-06T23:50:01+08:00,,,', 'i1,gdpr-34,no,,,,'],
      'i1,pipl-57,yes,2025-01-03T23:49:59+08:00,traces,,',
    ],
    [
      ...['2 incidentId unknown-incident', '3 reason reason-for-delay', '4 reason reason-wanted'],
      ...['5 notifiedAt out-of-order', '5 facts bad-value'],
    ],
  ],
  [
    'leave that ends before it begins, or shares a day with other leave',
    'staff-leave',
    [
      ...['number,fromDay,toDay', '4,2025-02-02,2025-02-01', '1,2025-03-31,2025-04-02'],
      ...['2,2025-01-01,2025-01-31', '2,2025-01-31,2025-02-01', '3,2025-01-01,2025-01-02'],
    ],
    ['2 toDay out-of-order', '3 fromDay overlapping', '5 fromDay overlapping'],
  ],
  [
    'a session outside its quarter, or of no quarter',
    'training-sessions',
    ['quarter,heldOn', '2025-Q1,2025-04-01', '2025-H1,2025-02-02'],
    ['2 heldOn outside-quarter', '3 quarter bad-value'],
  ],
  [
    'a meeting that closed more actions than it agreed',
    'privacy-meetings',
    ['heldOn,minutes,actionsAgreed,actionsClosed', '2025-02-02,yes,2,3'],
    ['2 actionsClosed bad-number'],
  ],
  [
    'a publication for customers in an invalid language',
    'customer-education',
    ['id,title,place,publishedOn,audience,languages', 'e,T,website,2025-02-01,all,zh-cn'],
    ['2 languages bad-value'],
  ],
  [
    'a collection point in an unknown place, or under an unknown version of the policy',
    'collection-points',
    [
      'pointId,form,place,field,mandatory,needed,purpose,noticeVersion,checkedOn',
      ...['f,F,paper,x,yes,yes,p,3,2025-02-01', 'f,F,online,y,yes,yes,p,9,2025-02-01'],
    ],
    ['2 place bad-value', '3 noticeVersion unknown-version'],
  ],
]

test.each(CASES)('%s is refused, and nothing is stored', async (_title, register, lines, faults) => {
  const { memory, clock, importLines } = importFixture()
  clock.set('2026-01-05T00:00:00Z')
  for (const [stored, ...storedLines] of STORED)
    expect(await importLines(stored, storedLines)).toMatchObject({ ok: true })
  const { revision } = memory
  const outcome = await importLines(register, lines)
  const found = outcome.ok || outcome.fault.code !== 'bad-rows' ? outcome : outcome.fault.rows
  expect(
    Array.isArray(found) ? found.map(({ rowNumber, column, code }) => `${rowNumber} ${column} ${code}`) : found,
  ).toEqual(faults)
  expect(memory.revision).toBe(revision)
})

test('no day lies before the company was founded', async () => {
  const { memory, importLines } = importFixture()
  memory.founded = '2020-05-01'
  const versions = (approvedOn: string) =>
    importLines('policy-versions', ['version,approvedOn,effectiveOn', `1,${approvedOn},`])
  expect(await versions('2020-04-30')).toMatchObject({
    fault: { rows: [{ column: 'approvedOn', code: 'before-founding' }] },
  })
  expect(await versions('2020-05-01')).toMatchObject({ ok: true })
})
