import type { CoverageStep, SamplingMode } from '@wayproof/survey'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

export const waves = {
  title: (open: string | null, last: string | null) =>
    open
      ? `${open}的调查批次正在开放。`
      : last
        ? `目前没有开放的批次。最近一次针对${last}。`
        : '还没有开启过调查批次。',
  lead: '每个批次向一个半年度的旅客询问隐私保护做得如何。',
  list: '全部批次',
  noneOf: (period: string) => `${period}没有调查批次。`,
  toNewest: (period: string) => `查看最新批次：${period}`,
  caption: '各半年度的调查批次',
  columns: { period: '半年度', status: '状态', opened: '开启', closes: '关闭', mode: '范围' },
  status: { open: '开放中', paused: '开放中，暂停寄信', closed: '已关闭，尚未解除关联', unlinked: '已关闭并解除关联' },
  mode: { census: '全体', sample: '随机抽样', stratified: '分层抽样' } satisfies Record<SamplingMode, string>,
  of: (period: string) => `${period}调查批次`,
  about: '批次情况',
  frame: '符合条件',
  reminded: '已提醒',
  remindedAgain: '再次提醒',
  withdrawn: '回答后撤回',
  reminders: (first: number, last: number, letters: number) =>
    letters === 1
      ? '不寄提醒：每人至多收一封信。'
      : `各人收到邀请后第 ${n(first)} 天首次提醒，${letters === 2 ? '此后不再提醒' : `第 ${n(last)} 天最后一次提醒`}。`,
  seed: '随机种子',
  sealedCloses: '原定关闭日期',
  coverage: {
    title: '开启时可以询问的旅客',
    steps: {
      registered: '台账中',
      travelled: '最近一次出行在该期间或之后',
      adult: '成年',
      'with-basis': '有处理依据',
      reachable: '邮箱可达',
      'not-suppressed': '未拒收',
      'within-budget': '来信未满上限',
    } satisfies Record<CoverageStep, string>,
    sampled: '抽中',
    ahead: '现在可以询问的旅客',
    willBeInvited: '将邀请',
  },
  calculator: {
    title: '应询问多少人？',
    population: '可以询问的旅客',
    margin: '误差范围（百分点）',
    rate: '预计回答率（%）',
    need: (completes: number, invitations: number) =>
      `需要 ${n(completes)} 份有明确意见的回答，即 ${n(invitations)} 封邀请。`,
    tooFew: '超过了可以询问的人数。请询问全体，或接受更宽的误差范围。',
    unreadable: '请填写整数人数、不超过 50 的误差范围和不超过 100 的回答率。',
    proves: (answers: number, satisfied: number, share: string, target: string) =>
      `按目前的安排，预计收到约 ${n(answers)} 份回答。其中至少 ${n(satisfied)} 份（${share}）满意，才能证明达到 ${target}。`,
    provesNothing: (answers: number, target: string) =>
      `按目前的安排，预计收到约 ${n(answers)} 份回答。这样少，即使全部满意也不能证明达到 ${target}。`,
  },
  days: {
    title: '每日回答',
    caption: '每日回答数',
    day: '日期',
    answers: '回答',
    none: '还没有回答。',
    withdrawn: (many: number) => `按收到之日计；其中 ${n(many)} 份后来撤回。`,
  },
  hourly: (asOf: string, step: number) => `截至${asOf}，按每 ${n(step)} 人一档向下取整，以免看出谁已回答。`,
  notYet: (from: string) => `${from}起显示首批数字。`,
  open: {
    title: '开启调查批次',
    none: '可询问的两个半年度都已有调查批次。本半年度结束后，才能开启下一批。',
    period: '询问的半年度',
    mode: '询问对象',
    census: '全部符合条件的旅客',
    sample: '随机抽样',
    stratified: '分层抽样：各出行类型和地区按比例',
    size: '样本人数',
    seed: '随机种子',
    seedHint: '任意文字：种子相同，抽出的样本也相同。',
    closesOn: '关闭日期',
    preview: (eligible: number, asked: number | null) =>
      `符合条件 ${n(eligible)} 人，将邀请 ${asked === null ? '–' : n(asked)} 人。`,
    tells: '邀请信会告诉旅客上一次调查之后选定的改进：',
    tellsNothing: '邀请信不提改进措施：上一次调查之后没有选定。',
    nobody: '台账中没有本半年度的旅客，请先导入旅客。',
    action: '开启批次',
    confirmTitle: '开启调查批次？',
    confirm: (asked: number, period: string, closesOn: string) =>
      `将就${period}写出并寄送 ${n(asked)} 封邀请，批次于${closesOn}关闭。样本、关闭日期和规则从此固定，无法撤销。`,
    done: '批次已开启，邀请正在寄送。',
    chooseDay: '请选择今天之后、本半年之内的日期。',
    chooseSize: '请填写询问人数，至少 1 人。',
  },
  remind: {
    action: '立即提醒',
    confirmTitle: '现在提醒？',
    confirm: '尚未回答的人将立即收到下一次提醒，与上次提醒至少间隔 3 天。发送后无法撤回。',
    atMost: (most: number, asOf: string) =>
      `截至${asOf}，尚未回答的最多 ${n(most)} 人。提醒只发给仍可联系的人，并且只寄到邀请所用的邮箱。`,
    notYet: (from: string) => `${from}首次统计尚未回答的人数。`,
    done: '应发的提醒正在寄送，人数在下一个整点统计。',
  },
  paused: {
    officer: (day: string) => `自${day}起暂停寄信，仍然接受回答。`,
    'hard-bounces': (day: string) =>
      `自${day}起暂停寄信，因为超过 5% 的邮件被退回或拒收。仍然接受回答。请更正地址，然后恢复寄信。`,
    'repeated-errors': (day: string) =>
      `自${day}起暂停寄信，因为邮件服务器连续二十封未能接收。仍然接受回答。请检查邮件服务器，然后恢复寄信。`,
  },
  undelivered: {
    title: '未送达的信函',
    lead: '列出投递失败的邀请和邮件服务器的答复。提醒邮件不在此列，以免暴露谁未作答；解除关联后，退回的信函均不显示收信人。',
    none: '本批次没有推迟、写入文件夹、拒收、退回或停发的邀请。',
    columns: {
      customer: '客户编号',
      kind: '信函',
      state: '状态',
      at: '时间',
      why: '邮件服务器的答复、文件名或原因',
    },
    kinds: { invitation: '邀请', either: '邀请或提醒' },
    states: {
      deferred: '延迟，待重试',
      written: '已写入文件夹，未寄出',
      failed: '被拒收',
      bounced: '退信',
      'soft-bounced': '退信，地址保留',
      suppressed: '已停发',
    },
    byPolicy: (state: string) => `${state}（因对方策略）`,
    byPolicyCount: (count: number) =>
      `其中 ${n(count)} 封因对方服务器的策略被拒收。地址有效：请按答复处理，例如 SPF、DMARC 或发送频率。`,
    notTold: '不列出',
    range: (from: number, to: number, total: number) => `第 ${n(from)} 至 ${n(to)} 封，共 ${n(total)} 封`,
    before: '较晚的',
    next: '较早的',
    csv: '全部下载为 CSV',
  },
  pause: {
    action: '暂停寄信',
    confirmTitle: '暂停寄信？',
    confirm: '恢复之前不再寄出邀请和提醒，仍然接受回答。',
    done: '已暂停寄信。',
  },
  resume: {
    action: '恢复寄信',
    confirmTitle: '恢复寄信？',
    confirm: '等待中的邮件现在寄出。不会有人收到重复的邮件。',
    done: '已恢复寄信。',
  },
  closing: {
    title: '关闭日期',
    closes: (day: string) => `填写至${day}当天结束为止。`,
    sealed: (day: string) => `开启时确定的日期：${day}。`,
    lead: '提前或延后关闭，须由一名隐私保护主管提议，另一名批准；在此之前日期不变。',
    alone: '您是唯一的隐私保护主管，无人可以批准变更。请先邀请另一人担任隐私保护主管。',
    invite: '邀请他人',
    when: '关闭时间',
    atOnce: '批准后立即关闭',
    onDay: '改为另一天',
    day: '新的关闭日期',
    chooseDay: '请选择今天或以后的日期，且不同于现在的日期。',
    reason: '理由（记分卡的读者会看到）',
    giveReason: '请写明理由。',
    propose: '提议',
    onThatDay: (day: string) => `改为${day}关闭`,
    waitsForOther: '须由另一名隐私保护主管批准。',
    approve: {
      action: '批准',
      confirmTitle: '批准新的关闭日期？',
      confirm: '这项变更、理由以及由两名负责人决定这一事实，将一直列在判定旁边。',
      confirmAtOnce:
        '批次立即关闭：不再接受回答，能把回答对应到个人的内容将被销毁，随后显示结果，无法撤销。这项变更、理由以及由两名负责人决定这一事实，将一直列在判定旁边。',
    },
    decline: { action: '不批准', confirmTitle: '不批准这项变更？', confirm: '关闭日期保持不变。' },
    takeBack: { action: '收回', confirmTitle: '收回提议？', confirm: '关闭日期保持不变。' },
    asked: '一项变更等待决定',
    history: '以往的提议',
    why: '理由',
    proposedBy: '提议人',
    approvedBy: '批准人',
    declinedBy: '不批准人',
    takenBackBy: '收回人',
  },
}
