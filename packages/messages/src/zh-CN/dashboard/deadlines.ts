import type { DeadlineKind } from '@wayproof/oversight/deadlines/deadline'
import type { Messages } from '../../en.ts'

const parts: Readonly<Record<string, string>> = {
  'gdpr-33': '向欧盟监管机构报告',
  'gdpr-34': '告知受影响的个人（欧盟）',
  'pipl-57': '报告监管部门并告知个人（中国）',
  'cn-report-4h': '4 小时内报告',
  'cn-report-2h': '2 小时内报告',
  'cn-report-1h': '1 小时内报告',
  complaint: '投诉',
  access: '查阅、复制请求',
  correction: '更正、补充请求',
  deletion: '删除请求',
  'consent-withdrawal': '撤回同意请求',
  objection: '限制或拒绝处理请求',
  'policy-publication': '隐私政策公开',
  'staff-training': '员工培训',
  'incident-reduction': '事件下降',
  'customer-satisfaction': '客户满意度',
  'partner-audit': '合作伙伴审核',
}

const partOf = (part: string) => parts[part] ?? part

const tasks: Readonly<Record<DeadlineKind, (name: string, part: string) => string>> = {
  notice: (name, part) => `事件 ${name}：${partOf(part)}`,
  request: (name, part) => `答复${name}收到的${partOf(part)}`,
  report: (_, part) => (part === 'acknowledge' ? '确认收到举报' : '向举报人反馈处理结果'),
  'audit-finding': (name) => `整改审核发现 ${name}`,
  'security-finding': (name) => `修复安全问题 ${name}`,
  agreement: (name) => `续签与${name}的数据处理协议`,
  'empty-month': (name) => `登记${name}的事件，或确认该月无事件`,
  assessment: () => '开展年度安全评估',
  'partner-audit': (name, part) => (part === 'send' ? `向${name}发送审核问卷` : `取得${name}的整改计划`),
  'policy-review': (name) => `复审第 ${name} 版隐私政策`,
  action: (name, part) => (part === '' ? `措施：${name}` : `${partOf(part)}整改措施：${name}`),
  improvement: (name) => `登记改进措施的完成情况：${name}`,
  meeting: (name) => `召开${name}隐私保护工作会议并完成纪要`,
  freeze: (name) => `冻结${name}数据`,
  signature: (name, part) => `为${name}${partOf(part)}签字`,
  seal: (name) => `封存${name}`,
  opening: (name) => `审批${name}调查，以便按时发起`,
  holidays: (name) => `补充${name}年节假日安排`,
}

const span = (hours: number, minutes: number) =>
  hours === 0 ? `${minutes} 分钟` : minutes === 0 ? `${hours} 小时` : `${hours} 小时 ${minutes} 分钟`

export const deadlines: Messages['deadlines'] = {
  tasks,
  left: {
    overdueDays: (n) => `逾期 ${n} 天`,
    overdueHours: (hours, minutes) => `逾期 ${span(hours, minutes)}`,
    today: '今天到期',
    tomorrow: '明天到期',
    inDays: (n) => `还剩 ${n} 天`,
    inHours: (hours, minutes) => `还剩 ${span(hours, minutes)}`,
  },
  page: {
    title: (n, overdue) => {
      if (n === 0) return '未来 60 天没有到期事项。'
      return overdue === 0 ? `共 ${n} 项限期事项，均未逾期。` : `共 ${n} 项限期事项，${overdue} 项已逾期。`
    },
    lead: '根据台账、请求和封存进度计算。任务登记完成后，期限自动消失。',
    all: '全部期限',
    calendar: '日历文件',
    calendarName: '隐私保护期限',
    toCalendar: '加入日历',
    groups: { overdue: '已逾期', week: '7 天内', month: '30 天内', later: '以后' },
    mine: '我的',
    everyone: '全部',
    pageOf: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    sooner: '更早到期',
    later: '更晚到期',
    menuCount: (n) => `${n} 项待处理`,
  },
  letter: {
    subject: (n, first) => (n === 1 ? `期限提醒：${first}` : `${n} 项期限提醒：${first}`),
    subjectAtOnce: (first, left) => `请立即处理：${first}${left && `（${left}）`}`,
    kicker: '期限提醒',
    headline: (n, overdue) => (overdue === 0 ? `${n} 项任务待您处理` : `${n} 项任务待您处理，其中 ${overdue} 项已逾期`),
    item: (task, due, left) => `${task}，${due}到期（${left}）`,
    report: '有举报待您处理',
    still: '仍然逾期',
    more: (n) => `还有 ${n} 项。`,
    next: '最新情况以系统中的清单为准。您可以在个人资料中选择此邮件的发送时间。',
    button: '查看期限',
    reader: '您收到此邮件，是因为这些任务由您的角色负责。',
  },
  hour: {
    title: '期限提醒邮件',
    label: '每日邮件发送时间',
    hint: '仅在您的任务距期限 30 天、7 天、1 天或刚刚逾期时发送。按小时计算的法定义务会立即发送邮件。',
    option: (hour) => `${String(hour).padStart(2, '0')}:00 起`,
  },
}
