import type { SamplingMode } from '@wayproof/survey/sampling/sample'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

export const waves = {
  title: (open: string | null, last: string | null) =>
    open ? `${open}调查进行中。` : last ? `暂无进行中的调查，最近一期：${last}。` : '还没有开展过调查。',
  lead: '每半年调查一次客户对隐私保护的满意度。',
  list: '历期调查',
  noneOf: (period: string) => `${period}没有开展调查。`,
  toNewest: (period: string) => `查看最近一期：${period}`,
  caption: '各半年度的调查',
  columns: { period: '半年度', status: '状态', opened: '发起日期', closes: '截止日期', mode: '调查范围' },
  status: { open: '进行中', paused: '进行中，暂停发送', closed: '已截止，待匿名化', unlinked: '已截止，已匿名化' },
  mode: { census: '全量', sample: '随机抽样', stratified: '分层抽样' } satisfies Record<SamplingMode, string>,
  of: (period: string) => `${period}调查`,
  reminders: (first: number, last: number, letters: number) =>
    letters === 1
      ? '不发送提醒。'
      : letters === 2
        ? `邀请后第 ${n(first)} 天提醒一次。`
        : `邀请后第 ${n(first)} 天和第 ${n(last)} 天各提醒一次。`,
  seed: '随机种子',
  sealedCloses: '原定截止日期',
  calculator: {
    title: '样本量计算器',
    population: '可调查人数',
    margin: '误差范围（百分点）',
    rate: '预计回收率（%）',
    need: (completes: number, invitations: number) =>
      `需要 ${n(completes)} 份有效答卷，即发送 ${n(invitations)} 封邀请。`,
    tooFew: '超过可调查人数。请调查全部客户，或放宽误差范围。',
    unreadable: '请填写整数人数、不超过 50 的误差范围和不超过 100 的回收率。',
    proves: (answers: number, satisfied: number, share: string, target: string) =>
      `预计回收约 ${n(answers)} 份。至少 ${n(satisfied)} 份（${share}）满意，才能显著达到 ${target}。`,
    provesNothing: (answers: number, target: string) =>
      `预计回收约 ${n(answers)} 份，即使全部满意也无法显著达到 ${target}。`,
  },
  hourly: (asOf: string, first: number, step: number) =>
    `截至${asOf}。满 ${n(first)} 人起显示，每 ${n(step)} 人一档，以免看出谁已作答。`,
  notYet: (from: string) => `${from}起显示首批数据。`,
  open: {
    title: '发起调查',
    none: '可调查的两个半年度都已发起。本半年度结束后才能发起下一期。',
    period: '调查期间',
    mode: '调查范围',
    census: '全部符合调查条件的客户',
    sample: '随机抽样',
    stratified: '分层抽样：各出行类型和地区按比例',
    size: '样本量',
    seed: '随机种子',
    seedHint: '任意文字；种子相同，样本相同。',
    closesOn: '截止日期',
    preview: (eligible: number, invitationCount: number | null) =>
      `符合调查条件 ${n(eligible)} 人，将邀请 ${invitationCount === null ? '–' : n(invitationCount)} 人。`,
    tells: '邀请邮件将告知上期改进措施：',
    tellsNothing: '上期未选定改进措施，邀请邮件不提及。',
    tooFew: (invitable: number, needed: number) =>
      `可邀请 ${n(invitable)} 人，至少需要 ${n(needed)} 人。请导入更多客户，或增大样本量。`,
    nobody: '台账中没有本半年度的客户，请先导入。',
    action: '提请审批',
    confirm: (invitationCount: number, period: string, closesOn: string) =>
      `另一名隐私保护主管批准后，将发送 ${n(invitationCount)} 封${period}调查邀请，${closesOn}截止。样本和规则随即固定，无法撤销。`,
    chooseDay: '请选择今天之后、本半年度内的日期。',
    chooseSize: '请填写样本量，至少 1 人。',
  },
  remind: {
    action: '立即提醒',
    confirmTitle: '立即发送提醒？',
    confirm: '未提交的客户将立即收到下一次提醒，与上次提醒至少间隔 3 天。发送后无法撤回。',
    atMost: (most: number, asOf: string) =>
      `截至${asOf}，未提交的最多 ${n(most)} 人。提醒只发给仍可联系的人，且只发到邀请所用的邮箱。`,
    notYet: (from: string) => `${from}首次统计未提交人数。`,
    done: '正在发送应发的提醒，满 50 人后在整点显示人数。',
  },
  keyLost: (day: string) => `答卷的密钥已丢失（${day}确认），答卷无法再读出，本次调查没有结果。`,
  paused: {
    officer: (day: string) => `${day}起暂停发送，客户仍可作答。`,
    'hard-bounces': (day: string) => `${day}起暂停发送：退信或拒收超过 5%。请更正邮箱后恢复。客户仍可作答。`,
    complaints: (day: string) => `${day}起暂停发送：超过 0.3% 被举报为垃圾邮件。请查明原因后恢复。客户仍可作答。`,
  },
  undelivered: {
    title: '投递异常',
    lead: '列出投递失败的原因。提醒邮件不显示收件人，以免暴露谁未作答；匿名化后均不显示。',
    none: '没有投递异常的邮件。',
    columns: {
      customer: '客户编号',
      kind: '邮件',
      state: '状态',
      at: '时间',
      why: '邮件服务器的答复、文件名或原因',
    },
    kinds: { invitation: '邀请', either: '邀请或提醒' },
    states: {
      deferred: '延迟，待重试',
      written: '已写入文件夹，未发送',
      failed: '被拒收',
      bounced: '退信',
      'soft-bounced': '退信，邮箱保留',
      suppressed: '已停发',
    },
    byPolicy: (state: string) => `${state}（因对方策略）`,
    byPolicyCount: (count: number) =>
      `其中 ${n(count)} 封因对方服务器的策略被拒收。邮箱有效：请按答复处理，例如 SPF、DMARC 或发送频率。`,
    notTold: '不显示',
    range: (from: number, to: number, total: number) => `第 ${n(from)} 至 ${n(to)} 封，共 ${n(total)} 封`,
    before: '较晚的',
    next: '较早的',
    csv: '全部下载为 CSV',
    again: {
      column: '重发',
      choose: (customerNumber: string) => `重发客户 ${customerNumber} 的邀请`,
      chooseAll: '选择本页全部',
      hint: '被拒收和退信的邀请可以重发：每天最多一次，共两次。请先更正错误的邮箱。',
      action: (letters: number) => (letters === 0 ? '重发' : `重发 ${n(letters)} 封邀请`),
      confirmTitle: (letters: number) => `重发 ${n(letters)} 封邀请？`,
      confirm: '发送到当前邮箱。已送达或已退订的客户不会收到。发送后无法撤回。',
      done: (sent: number, left: number) =>
        `正在重发 ${n(sent)} 封邀请。${left === 0 ? '' : `另有 ${n(left)} 封不能重发。`}`,
    },
  },
  pause: {
    action: '暂停发送',
    confirmTitle: '暂停发送？',
    confirm: '恢复前不再发送邀请和提醒，客户仍可作答。',
    done: '已暂停发送。',
  },
  resume: {
    action: '恢复发送',
    confirmTitle: '恢复发送？',
    confirm: '待发邮件将立即发送，不会重复。',
    done: '已恢复发送。',
  },
  closing: {
    title: '截止日期',
    closes: (day: string) => `${day}当天结束时截止。`,
    sealed: (day: string) => `原定截止日期：${day}。`,
    lead: '变更截止日期须由一名隐私保护主管提出、另一名批准。',
    alone: '目前只有您一名隐私保护主管，无人可以审批。请先邀请另一名。',
    invite: '邀请成员',
    when: '截止时间',
    atOnce: '批准后立即截止',
    onDay: '改为其他日期',
    day: '新的截止日期',
    chooseDay: '请选择今天或以后的其他日期。',
    reason: '理由（记分卡读者可见）',
    giveReason: '请填写原因。',
    propose: '提交审批',
    onThatDay: (day: string) => `改为${day}截止`,
    waitsForOther: '须由另一名隐私保护主管批准。',
    approve: {
      action: '批准',
      confirmTitle: '批准新的截止日期？',
      confirm: '变更内容、理由和审批人数将在判定旁公示。',
      confirmAtOnce: '调查立即截止并匿名化，随后显示结果，无法撤销。变更及理由将在判定旁公示。',
    },
    decline: { action: '驳回', confirmTitle: '驳回这项变更？', confirm: '截止日期保持不变。' },
    takeBack: { action: '撤回', confirmTitle: '撤回申请？', confirm: '截止日期保持不变。' },
    asked: '待审批的变更',
    history: '变更记录',
    why: '理由',
    proposedBy: '提出人',
    approvedBy: '批准人',
    declinedBy: '驳回人',
    takenBackBy: '撤回人',
  },
}
