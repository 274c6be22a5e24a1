import type { Messages } from '../../en.ts'
import { goals } from '../scorecard/goals.ts'

const of = (goal: string, period: string) => `${goal}（${period}）`

const verdicts: Readonly<Record<string, string>> = goals.words

export const goalChanges: Messages['goalChanges'] = {
  subject: (n, first) => (n === 1 ? `隐私目标：${first}` : `${n} 项隐私目标变化：${first}`),
  kicker: '隐私目标',
  headline: (n) => (n === 1 ? '一项隐私目标发生变化' : `隐私目标发生 ${n} 项变化`),
  short: (goal, to) => {
    switch (to) {
      case 'off-track':
        return `${goal}进度严重落后`
      case 'on-track':
        return `${goal}进度恢复正常`
      case 'stale':
        return `${goal}的记录已过期`
      default:
        return `${goal}${verdicts[to]}`
    }
  },
  verdict: (goal, period, from, to, day, reason) =>
    `${of(goal, period)}：${day}由“${verdicts[from]}”变为“${verdicts[to]}”（${reason}）。`,
  pace: {
    'off-track': (goal, period, day) => `${of(goal, period)}：自${day}起，进度严重落后。`,
    'on-track': (goal, period, day) => `${of(goal, period)}：自${day}起，进度恢复正常。`,
  },
  stale: (goal, period, day, last) => `${of(goal, period)}：记录自${day}起过期，最近一次登记是${last}。`,
  next: (days) => `每项变化都已持续至少 ${days} 天，只通知一次。`,
  paceNote: '进度不等于最终结果。',
  button: { goal: '查看目标', scorecard: '查看记分卡' },
}
