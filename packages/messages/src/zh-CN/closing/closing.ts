import type {
  ActionOutcome,
  FigureChange,
  Lacking,
  RegisterState,
  SampleFault,
  SealFault,
  SealStamp,
} from '@wayproof/scorecard'
import { day, periodName } from '../../date-format.ts'
import type { Messages } from '../../en.ts'
import { figureText } from '../../figure-text.ts'
import { goals } from '../scorecard/goals.ts'

const figures: Record<FigureChange['figure'], string> = {
  verdict: '判定',
  status: '状态',
  value: '数值',
  counted: '计入',
  base: '基数',
  missing: '距目标差',
  other: '数值背后的明细',
}

const outcomes: Record<ActionOutcome['state'], string> = { done: '已完成', 'under-way': '进行中', dropped: '已放弃' }

function change(of: FigureChange): string {
  const name = `${goals.names[of.goal]}，${figures[of.figure]}`
  if (of.figure === 'other') return `${name}：有变化`
  const shown = [of.from, of.to].map((value) => figureText(of, value, 'zh-CN', goals) ?? '无')
  return `${name}：${shown.join(' → ')}`
}

function line(seal: SealStamp | null): string {
  if (seal === null) return '尚未封存，数字仍可能变动。'
  const restated = seal.version > 1 ? `，第 ${seal.version} 版` : ''
  return `${day(seal.sealedOn, 'zh-CN')}由 ${seal.people} 人封存${restated}。`
}

const lacking: Record<Lacking['code'], string> = {
  'wave-open': '本半年度的调查批次仍在开放。',
  'wave-missing': '本半年度未开展调查：须写明原因，并定出措施。',
  'improvement-missing': '尚未从旅客的回答中选定改进。',
  'remedy-missing': '该目标亮红灯：须写明原因，并定出措施。',
  'outcome-missing': '上一半年度各项措施的结果尚未记录。',
}

const faults: Record<SealFault, string> = {
  'seal-missing': '缺少一道封存',
  'out-of-order': '封存不在链中原来的位置',
  'statement-altered': '封存与前一道不相衔接：封存内容或链首被改动',
  'figures-altered': '数字被改动',
  'definitions-altered': '定义被改动',
  'evidence-altered': '证据摘要被改动',
  'actions-altered': '措施被改动',
  'signatures-altered': '签字被改动',
  'rule-changed': '同一规则版本，如今内容不同',
  'register-altered': '台账中有记录被改动、添加或移除，且没有记载可以说明',
  'tallies-altered': '调查计数被改动',
  'pages-altered': '公示页面的自动核验记录被改动',
  'proofs-altered': '删除证明被改动',
  'samples-altered': '在它之前封存的抽样被移除或改动',
  'missing-rows-altered': '封存的缺失项清单被改动，或有记录被移除而没有删除证明',
}

const sampleFaults: Record<SampleFault, string> = {
  'sample-missing': '缺少这份抽样',
  'sample-altered': '抽样与前一份不相衔接：内容或链首被改动',
  'sample-row-missing': '缺少抽中的记录',
  'result-altered': '结果或其所属的记录被改动',
  'draw-altered': '抽取的种子、记录或数字被改动',
}

const registers: Record<RegisterState, string> = {
  unchanged: '未变',
  'changed-since': '此后有变动，均有记载',
  'deleted-on-schedule': '按期删除，有证明',
  altered: '有变动，且没有记载可以说明',
}

export const closing: Messages['closing'] = {
  change,
  sealed: {
    line,
    head: ({ code, number, period }) => `封存校验码：${code}（第 ${number} 道，${periodName(period, 'zh-CN')}）`,
  },
  lacking,
  outcomes,

  verify: {
    none: '还没有封存任何半年度。',
    seal: (number, period, version) => `第 ${number} 道封存：${period}${version > 1 ? `，第 ${version} 版` : ''}`,
    unknownSeal: (number) => `第 ${number} 道封存`,
    head: (code) => `链首 ${code}`,
    good: '成立',
    bad: (faults) => `不成立：${faults.join('；')}`,
    faults,
    sampleFaults,
    sample: (number, of) => `第 ${number} 份抽样${of ? `：${of}` : ''}`,
    onPaperSample: (code, number) => `纸面代码属于第 ${number} 份抽样。（${code}）`,
    register: (name, state, deleted) =>
      `${name}：${registers[state]}${state === 'deleted-on-schedule' ? `（${deleted} 条）` : ''}`,
    holds: '封存链成立。',
    broken: '封存链不成立。',
    askForPaper: '整条链是否被重做，只有纸面能说明：请加上 --seal 和信末的代码再核验一次。',
    onPaper: (code, number) => `纸面代码属于第 ${number} 道封存：在它之前（含）没有被重做。（${code}）`,
    notOnPaper: (code) => `没有一道封存与纸面代码相符：封存链被重做，或该道封存被移除。（${code}）`,
    mistyped: '这不是封存代码，或有字符输错：共七组，每组四个字符，见信末。',
    usage:
      '用法：pnpm verify [--seal 代码] [--data 文件夹] [--json]\n代码印在管理层摘要的信末；文件夹中存放 wayproof.db（默认为 DATA_DIR 或 ./data）。',
  },

  reminder: {
    subject: {
      ended: (period) => `请补全您的台账：${period}`,
      frozen: (period) => `请为您负责的目标签字：${period}`,
      signed: (period) => `请封存记分卡：${period}`,
    },
    kicker: (period) => `期末封存 · ${period}`,
    headline: {
      ended: '半年度已经结束，即将封存',
      frozen: '记分卡已经冻结，等待您签字',
      signed: '各负责部门均已签字，可以封存',
    },
    goal: (goal) => `您负责的目标是“${goal}”。`,
    next: {
      ended: '请现在补全台账中缺少的内容：冻结之后再更正，本期不再计入。',
      frozen: '请查看数字及其证据。无误请签字，有误请告知个人信息保护负责人。',
      signed: '须由既未冻结记分卡、也未为任何目标签字的人封存。',
    },
    button: '打开封存页',
    reader: '您在隐私保护工作中负有职责，因此收到此信。',
  },

  restated: {
    subject: (period) => `更正：${period}隐私保护记分卡`,
    kicker: (period, version) => `隐私保护记分卡 · ${period} · 第 ${version} 版`,
    headline: '本半年度的记分卡已经更正',
    instead: '此前信中凡列在下面的数字不再有效，其余不变。',
    why: '更正原因',
    changes: '更正内容',
    noChange: '没有数字变动。',
    button: '打开记分卡',
    sealed: (on, code) => `${on}封存 · ${code}`,
    reader: '您收到过本半年度的记分卡，或现在负责阅读记分卡摘要，因此收到此信。',
  },
}
