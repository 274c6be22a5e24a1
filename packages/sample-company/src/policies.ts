import { addDays, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { csv } from './csv.ts'
import type { Outlook } from './outlook.ts'
import type { Random } from './random.ts'

const surfaces = [
  ['website', '官方网站', 'website', 'https://www.yuntu.example/privacy'],
  ['app', '手机应用', 'app', null],
  ['mini', '微信小程序', 'mini-programme', null],
  ['ota', '平台旗舰店', 'ota-page', 'https://ota.example/yuntu/privacy'],
  ['branch', '上海门店', 'branch', null],
  ['call', '呼叫中心话术', 'call-centre', null],
] as const

/** The surfaces that do not show the current version, and why. */
const behindIn = (random: Random, outlook: Outlook): ReadonlyMap<string, 'old' | 'one-language'> =>
  new Map(
    outlook.policies
      ? []
      : random
          .some(surfaces.slice(1), random.between(1, 2))
          .map(([id]) => [id as string, random.pick(['old', 'one-language'] as const)]),
  )

/** The day from which every surface shows the current version again, and the version of the year after. */
const [CAUGHT_UP, NEXT_APPROVED, NEXT_PUBLISHED] = ['01-08', '08-20', '08-28']

/**
 * Policies of the year after `year`: what was missing is corrected in January, version 4 is on every surface in August.
 * Each surface is checked on the 6th of a month, and on the day before `today`.
 */
export function nextPolicyFiles(
  random: Random,
  year: number,
  outlook: Outlook,
  today: CalendarDate,
): Readonly<Record<string, string>> {
  const next = year + 1
  const behind = behindIn(random, outlook)
  const yesterday = addDays(today, -1)
  const monthly = Array.from({ length: 12 }, (_, i) => `${next}-${String(i + 1).padStart(2, '0')}-06`)
  const days = [...monthly.filter((day) => day < yesterday), yesterday]
  const checks = surfaces.flatMap(([id]) =>
    days.map((checkedOn) => {
      const state = behind.get(id)
      const isCaughtUp = checkedOn >= `${next}-${CAUGHT_UP}`
      if (checkedOn >= `${next}-${NEXT_PUBLISHED}`) return [id, 'zh-CN|en', '4', `${next}-${NEXT_PUBLISHED}`, checkedOn]
      if (state && !isCaughtUp)
        return state === 'old'
          ? [id, 'zh-CN|en', '2', `${year - 1}-02-25`, checkedOn]
          : [id, 'zh-CN', '3', `${year}-09-28`, checkedOn]
      return [id, 'zh-CN|en', '3', state ? `${next}-${CAUGHT_UP}` : `${year}-09-28`, checkedOn]
    }),
  )
  return {
    'policy-versions': csv(['version', 'approvedOn', 'effectiveOn'], [['4', `${next}-${NEXT_APPROVED}`, null]]),
    'policy-checks': csv(['surfaceId', 'languages', 'version', 'publishedOn', 'checkedOn'], checks),
  }
}

/** Six surfaces, three versions of the policy in three years, and the result of a monthly check of each. */
export function policyFiles(random: Random, year: number, outlook: Outlook): Readonly<Record<string, string>> {
  const versions = [
    ['1', `${year - 2}-03-01`],
    ['2', `${year - 1}-02-10`],
    ['3', `${year}-09-15`],
  ] as const
  const behind = behindIn(random, outlook)
  const months = [year - 1, year].flatMap((of) => Array.from({ length: 12 }, (_, i) => [of, i + 1] as const))
  const checks = surfaces.flatMap(([id]) =>
    months.flatMap(([of, month]) => {
      const checkedOn = `${of}-${String(month).padStart(2, '0')}-${random.between(18, 27)}`
      const current = versions.findLast(([, approved]) => approved <= checkedOn.slice(0, 8).concat('10')) ?? versions[0]
      const state = current[0] === '3' ? behind.get(id) : undefined
      const [version, approved] = state === 'old' ? versions[1] : current
      const publishedOn = approved.slice(0, 8).concat(approved < `${year}-09-01` ? '25' : '28')
      const languages = state === 'one-language' ? ['zh-CN'] : ['zh-CN', 'en']
      return publishedOn > checkedOn ? [] : [[id, languages.join('|'), version, publishedOn, checkedOn]]
    }),
  )
  return {
    'policy-versions': csv(
      ['version', 'approvedOn', 'effectiveOn'],
      versions.map(([version, approvedOn]) => [version, approvedOn, null]),
    ),
    'policy-surfaces': csv(
      ['id', 'name', 'kind', 'url', 'languages', 'collectsPersonalData', 'activeFrom', 'activeTo'],
      surfaces.map(([id, name, kind, url]) => [id, name, kind, url, 'zh-CN|en', 'yes', `${year - 3}-01-01`, null]),
    ),
    'policy-checks': csv(['surfaceId', 'languages', 'version', 'publishedOn', 'checkedOn'], checks),
  }
}
