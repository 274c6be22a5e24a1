import type { EditionKind } from '@wayproof/scorecard/editions/edition'
import type { rehearsal as en } from '../../en/commands/rehearsal.ts'

const editions = {
  preliminary: '初步版',
  record: '正式版',
  sealed: '封存版',
  monthly: '月度版',
  quarterly: '季度版',
  now: '手动发送版',
} satisfies Record<EditionKind, string>

export const rehearsal: typeof en = {
  usage:
    '用法：wayproof rehearse [--days 天数] [--data 文件夹] [--json]\n在副本上演练之后 N 天（183），列出将发送的邮件，以及需要人工处理的事项。不发送邮件，不做任何更改。',
  days: (most) => `--days 须为 1 至 ${most} 的整数。`,
  copying: '正在复制数据库。',
  playing: (day) => `正在演练至${day}。`,
  title: (from, until) => `${from}至${until}，在无人操作的情况下将发送的邮件：`,
  none: '不会发送任何邮件。',
  kinds: {
    'survey-invitation': '调查邀请',
    'survey-reminder': '调查首次提醒',
    'survey-last-reminder': '调查最后一次提醒',
    'executive-summary': '管理层摘要',
    'edition-notice': '管理层摘要待处理',
    restatement: '半年度重述',
    'closing-reminder': '补全台账、签字或关闭',
    'wave-paused': '调查已暂停',
    'unlinking-certificate': '匿名化证明',
    'rights-code': '请求确认码',
    'rights-message': '请求答复',
    'rights-arrived': '新的请求',
    'report-arrived': '新的举报',
    'opening-question': '待决定：调查未发起',
    'approval-asked': '待审批',
    'approval-decided': '审批结果',
    'reader-added': '新增可查看数据的人员',
    'officer-question': '待决定',
    deadlines: '期限提醒',
    'goals-changed': '目标变化',
    'mail-server-test': '邮件服务器测试',
    'user-invitation': '访问邀请',
    'password-reset': '重设密码',
  },
  line: (time, what, period, count) => `  ${time}  ${what}${period === null ? '' : `，${period}`}：${count} 人`,
  reminders: (period, atMost, until) =>
    `进行中调查（${period}）的提醒，至${until}：${atMost === null ? '下一整点之前尚未统计' : `最多 ${atMost} 人`}。`,
  noAnswers: '演练中无人作答，因此每位受邀客户都会收到两次提醒。',
  heldTitle: '需要人工处理：',
  edition: (time, kind, period, why) =>
    `  ${time}  ${editions[kind]}，${period}：${why === 'held' ? '因缺少记录或答卷而暂缓' : '等待批准'}`,
  opening: (time, period, why) => `  ${time}  调查，${period}：${why}`,
  job: (time, job, error) => `  ${time}  ${job} 失败：${error}`,
}
