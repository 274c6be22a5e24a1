import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { GoalCourse, RunningResult } from '@wayproof/scorecard/running-result'
import type { Messages } from '../../en.ts'
import { goals } from './goals.ts'

export function subject(ids: readonly GoalId[]): string {
  const names = ids.map((id) => goals.names[id])
  return names.length > 1 ? `${names.slice(0, -1).join('、')}和${names.at(-1)}` : (names[0] ?? '')
}

const words: Record<GoalCourse, string> = {
  reached: '目前达标',
  missed: '未达标',
  'on-pace': '进度正常',
  behind: '进度落后',
  'far-behind': '进度严重落后',
  'too-early': '暂无法判断',
  'no-data': '暂无数据',
  later: '尚未调查',
}

const sentence = (ids: readonly GoalId[], state: string) => (ids.length === 0 ? '' : `${subject(ids)}${state}。`)

function headline(result: RunningResult): string {
  const { reached, missed, behind, 'far-behind': farBehind } = result
  const first =
    reached.length + missed.length === 0
      ? '期末才能判定是否达标。'
      : `${sentence(missed, '已无法达标')}${sentence(reached, '目前达标')}`
  const course =
    farBehind.length + behind.length > 0
      ? `${sentence(farBehind, '进度严重落后')}${sentence(behind, '进度落后')}`
      : sentence(result['on-pace'], '进度正常')
  return `${first}${course}${sentence(result['no-data'], '缺少近期数据')}`
}

export const courses: Messages['scorecard']['courses'] = {
  words,
  headline,
  lead: (period, days) => `${period}还有 ${days} 天结束，结束后开展客户满意度调查。`,
}
