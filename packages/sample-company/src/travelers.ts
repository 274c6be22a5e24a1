import { consentedTravelers } from './consented-travelers.ts'
import { type Random, random } from './random.ts'

/** 640 travelers of the second half of `year`, eight of them not adult. */
export const travelerFiles = (draw: Random, year: number): Readonly<Record<string, string>> => ({
  travelers: travelerFile(draw, year, 640, (i) => i % 80 !== 79),
})

/** 640 travelers of the first half of the year after `year`; a fifth of them traveled in the half-year before, too. */
export const nextTravelerFiles = (draw: Random, year: number): Readonly<Record<string, string>> => ({
  travelers: travelerFile(draw, year + 1, 640, (i) => i % 80 !== 79, { from: 512, months: [1, 6] }),
})

/** Which travelers, by their place after the first, and the months of their last trips. */
interface TravelerChoice {
  readonly from: number
  readonly months: readonly [first: number, last: number]
}

/** `count` travelers of `year`, by default of its second half; their addresses lead nowhere. */
export function travelerFile(
  draw: Random,
  year: number,
  count: number,
  isAdult: (i: number) => boolean,
  { from, months }: TravelerChoice = { from: 0, months: [7, 12] },
): string {
  const rows = Array.from({ length: count }, (_, i) => [
    `C${10001 + from + i}`,
    `traveler-${from + i + 1}@travelers.example`,
    draw.chance(0.62) ? 'zh-CN' : 'en',
    draw.pick(['group', 'group', 'independent', 'business']),
    draw.pick(['app', 'app', 'website', 'mini-programme']),
    draw.pick(['east', 'east', 'south', 'north']),
    `${year}-${String(draw.between(...months)).padStart(2, '0')}`,
    isAdult(i) ? 'yes' : 'no',
  ])
  return consentedTravelers(rows)
}

/** A traveler's reaction to a survey letter, the same for the same seed and address. */
export interface Reaction {
  readonly answers: 'at-once' | 'after-reminder' | 'never'
  /** Chooses one of an item's values, which are ordered from best to worst. */
  choose(item: string, offered: readonly string[]): string
  readonly comment: string | null
}

const comments = [
  '注销账户的步骤太多',
  '希望少收一些证件信息',
  '隐私政策太长，看不懂',
  '经常接到营销短信',
  'Shorter privacy policy, please',
  'Deleting my account takes too long',
  'Ask for less before booking',
  '有人冒充客服打电话，号码是 13800000000',
  'Please call me on 020 7946 0000 about my passport copy',
]

export function reactionOf(seed: string, email: string, satisfied: number): Reaction {
  const draw = random(`${seed}/conduct/${email}`)
  const when = draw.next()
  const content = draw.chance(satisfied)
  return {
    answers: when < 0.38 ? 'at-once' : when < 0.56 ? 'after-reminder' : 'never',
    choose: (item, offered) => {
      if (item === 'contacted') return draw.chance(0.12) ? 'yes' : 'no'
      if (item === 'signal') return draw.chance(0.07) ? 'yes' : 'no'
      if (draw.chance(item === 'overall' ? 0.06 : 0.12)) return offered.at(-1)!
      const happy =
        item === 'overall' || item === 'trust' ? content : draw.chance(content ? satisfied : satisfied - 0.3)
      return happy ? (draw.chance(0.45) ? '5' : '4') : draw.pick(['1', '2', '3', '3'])
    },
    comment: draw.chance(0.15) ? draw.pick(comments) : null,
  }
}
