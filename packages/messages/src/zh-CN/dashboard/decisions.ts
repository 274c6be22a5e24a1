import type { DecisionChoice } from '@wayproof/scorecard/editions/decision-choice'
import type { Messages } from '../../en.ts'

const choices: Readonly<Record<DecisionChoice, string>> = {
  approved: '同意',
  declined: '不同意',
  commented: '留言',
}

const verbs: Readonly<Record<DecisionChoice, string>> = {
  approved: '同意',
  declined: '否决',
  commented: '评论',
}

export const decisions: Messages['reporting']['decisions'] = {
  heading: '待您决定的事项',
  number: (at, all) => `第 ${at} 项，共 ${all} 项`,
  by: (day, left) => `${day}前 · ${left}`,
  why: (goal, brief) => `${goal}：${brief}。`,
  approve: '同意',
  decline: '不同意',
  comment: '留言',
  yourComment: '您的留言',
  tooLong: (most) => `最多 ${most} 个字符，请缩短。`,
  counted: (n, most) => `${n}/${most} 个字符`,
  saveComment: '保存留言',
  change: '更改',
  mine: (choice, title, day) => `您已于${day}${verbs[choice]}“${title}”。`,
  choices,
  fixed: '半年度数据已冻结，不能再更改决定。',
  officers: {
    title: '提请高管决定的事项',
    since: (day) => `${day}的摘要`,
    none: '尚未决定',
  },
}
