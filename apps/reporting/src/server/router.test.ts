import { TRPCError } from '@trpc/server'
import { USER_ROLES, type UserRole } from '@wayproof/store'
import { expect, test } from 'vitest'
import { createContextInner } from './context.ts'
import { appRouter } from './router.ts'
import { openApp } from './testing/open-app.ts'
import { procedures } from './testing/procedures.ts'

// Every procedure, and who may call it. One that is missing here fails the build.
const WHO: Readonly<Record<string, 'anyone' | 'readers' | 'keepers' | 'owners' | 'officers' | 'desk' | 'handlers'>> = {
  'session.me': 'anyone',
  'scorecard.forPeriod': 'readers',
  'scorecard.goal': 'readers',
  'scorecard.periods': 'readers',
  'breakdown.satisfaction': 'readers',
  'wave.list': 'readers',
  'wave.funnel': 'readers',
  'wave.preview': 'officers',
  'wave.open': 'officers',
  'wave.remind': 'officers',
  'wave.pause': 'officers',
  'wave.resume': 'officers',
  'wave.closeChanges': 'officers',
  'wave.proposeClose': 'officers',
  'wave.decideClose': 'officers',
  'apiKey.list': 'officers',
  'apiKey.make': 'officers',
  'apiKey.revoke': 'officers',
  'register.list': 'readers',
  'register.history': 'readers',
  'register.cases': 'readers',
  'register.undoImport': 'keepers',
  'registerRow.page': 'readers',
  'registerRow.show': 'readers',
  'registerRow.removed': 'keepers',
  'registerRow.write': 'keepers',
  'registerRow.withdrawEvidence': 'keepers',
  'improvement.list': 'readers',
  'improvement.choose': 'officers',
  'improvement.withdraw': 'officers',
  'summary.preview': 'readers',
  'summary.send': 'officers',
  'people.list': 'officers',
  'people.invitations': 'officers',
  'people.invite': 'officers',
  'people.revoke': 'officers',
  'people.invitation': 'anyone',
  'programme.get': 'readers',
  'programme.save': 'officers',
  'programme.confirm': 'officers',
  'programme.leaveOut': 'officers',
  'wave.remindPreview': 'officers',
  'wave.testLetter': 'officers',
  'period.closing': 'readers',
  'period.sign': 'owners',
  'period.freeze': 'officers',
  'period.takeBack': 'officers',
  'period.close': 'officers',
  'period.reopen': 'officers',
  'period.leave': 'officers',
  'period.decideRemedy': 'officers',
  'period.recordOutcome': 'officers',
  'period.verify': 'officers',
  'people.accept': 'anyone',
  'organisation.get': 'readers',
  'organisation.save': 'officers',
  'letters.counts': 'readers',
  'privacy.fields': 'readers',
  'privacy.proofs': 'readers',
  'privacy.erase': 'officers',
  'measure.list': 'readers',
  'measure.cases': 'readers',
  'policy.pages': 'readers',
  'policy.proofs': 'readers',
  'policy.versions': 'readers',
  'policy.difference': 'readers',
  'policy.check': 'officers',
  'policy.addText': 'officers',
  'rights.list': 'desk',
  'rights.show': 'desk',
  'rights.answer': 'desk',
  'rights.close': 'desk',
  'rights.extend': 'desk',
  'rights.form': 'desk',
  'rights.record': 'desk',
  'rights.correct': 'desk',
  'whistle.list': 'handlers',
  'whistle.show': 'handlers',
  'whistle.write': 'handlers',
  'whistle.step': 'handlers',
  'whistle.concern': 'handlers',
  'whistle.close': 'handlers',
}

const OWNING = ['anyone', 'readers', 'keepers', 'owners']

const LET_IN: Readonly<Record<UserRole | 'nobody', readonly string[]>> = {
  nobody: ['anyone'],
  executive: ['anyone', 'readers'],
  'case-handler': ['anyone', 'readers', 'handlers'],
  auditor: ['anyone', 'readers'],
  'human-resources': OWNING,
  'it-security': OWNING,
  'customer-service': [...OWNING, 'desk'],
  procurement: OWNING,
  officer: [...OWNING, 'officers', 'desk'],
}

const paths = procedures.map(({ path }) => path)

test('every procedure says who may call it', () => {
  expect(paths.toSorted()).toEqual(Object.keys(WHO).toSorted())
})

test.each(['nobody', ...USER_ROLES] as const)('%s may call what the table says, and nothing else', async (role) => {
  const { parts } = await openApp()
  const user =
    role === 'nobody' ? null : ({ id: parts.ids.next(), name: role, email: 'a@x.example', role, locale: 'en' } as const)
  const caller = appRouter.createCaller(createContextInner(parts, { user }))
  const refused: string[] = []
  for (const path of paths) {
    const [area = '', name = ''] = path.split('.')
    const call = Reflect.get(Reflect.get(caller, area), name) as (input?: unknown) => Promise<unknown>
    const error = await call(undefined).catch((thrown: unknown) => thrown)
    if (error instanceof TRPCError && error.code === (role === 'nobody' ? 'UNAUTHORIZED' : 'FORBIDDEN'))
      refused.push(path)
  }
  expect(refused).toEqual(paths.filter((path) => !LET_IN[role].includes(WHO[path] ?? '')))
})

test('only officers change anything, but that owners sign, keepers write in their registers, and the desks answer', () => {
  const changing = procedures.filter(({ type, path }) => type === 'mutation' && WHO[path] !== 'officers')
  expect(changing.map(({ path }) => path).filter((path) => !/^(register|rights\.|whistle\.)/.test(path))).toEqual([
    'period.sign',
    'people.accept',
  ])
})
