import type { FigureChange } from '@wayproof/scorecard/closing/figure-change'
import type { MissingStep } from '@wayproof/scorecard/closing/missing-steps'
import type { ActionOutcome } from '@wayproof/scorecard/closing/remedies/remedy'
import type { RegisterState, SealFault } from '@wayproof/scorecard/closing/seals/seal-finding'
import type { SealStamp } from '@wayproof/scorecard/closing/seals/sealed-parts'
import type { SampleFault } from '@wayproof/scorecard/sample/sample-seal'
import { day, periodName } from '../../date-format.ts'
import type { Messages } from '../../en.ts'
import { figureText } from '../../figure-text.ts'
import { goals } from '../scorecard/goals.ts'

const figures: Record<FigureChange['figure'], string> = {
  verdict: '判定',
  status: '状态',
  value: '数据',
  counted: '分子',
  base: '分母',
  missing: '距目标差距',
  other: '数据明细',
}

const outcomes: Record<ActionOutcome['state'], string> = { done: '已完成', 'under-way': '进行中', dropped: '已放弃' }

function change(figureChange: FigureChange): string {
  const name = `${goals.names[figureChange.goal]}，${figures[figureChange.figure]}`
  if (figureChange.figure === 'other') return `${name}：有变化`
  const bothFigures = [figureChange.from, figureChange.to].map(
    (value) => figureText(figureChange, value, 'zh-CN', goals) ?? '无',
  )
  return `${name}：${bothFigures.join(' → ')}`
}

function line(seal: SealStamp | null): string {
  if (seal === null) return '未封存，数据可能变化。'
  const restated = seal.version > 1 ? `，第 ${seal.version} 版` : ''
  return `${day(seal.sealedOn, 'zh-CN')}由 ${seal.people} 人封存${restated}。`
}

const missingSteps: Record<MissingStep['code'], string> = {
  'wave-open': '本半年度的调查仍在进行。',
  'wave-missing': '未开展调查：请填写原因和整改措施。',
  'improvement-missing': '还没有根据客户反馈选定改进措施。',
  'remedy-missing': '目标未达标：请填写原因和整改措施。',
  'outcome-missing': '上半年度各项措施的完成情况还没有记录。',
}

const faults: Record<SealFault, string> = {
  'seal-missing': '缺少一次封存',
  'out-of-order': '封存顺序有误',
  'statement-altered': '封存与前一次不衔接：封存内容或校验码被改动',
  'figures-altered': '数据被改动',
  'definitions-altered': '定义被改动',
  'evidence-altered': '证据摘要被改动',
  'actions-altered': '措施被改动',
  'signatures-altered': '签字被改动',
  'rule-changed': '同一规则版本，现在内容不同',
  'register-altered': '台账记录被修改、新增或移除，且没有变更记录',
  'tallies-altered': '调查计数被改动',
  'pages-altered': '公示页面的自动核验记录被改动',
  'proofs-altered': '删除证明被改动',
  'samples-altered': '之前封存的抽样缺失或被改动',
  'missing-rows-altered': '封存的未达标明细被改动，或有记录被移除而没有删除证明',
}

const sampleFaults: Record<SampleFault, string> = {
  'sample-missing': '缺少这份抽样',
  'sample-altered': '抽样与前一份不衔接：内容或校验码被改动',
  'sample-row-missing': '缺少抽中的记录',
  'result-altered': '结果或其所属的记录被改动',
  'draw-altered': '抽取的种子、记录或数据被改动',
}

const registers: Record<RegisterState, string> = {
  unchanged: '未变',
  'added-to': '之后有修改，封存的数值今天计算结果相同',
  'changed-since': '之后有修改，今天计算会得出不同的封存数值；均有变更记录',
  'deleted-on-schedule': '按期删除，有证明',
  altered: '有修改，且没有变更记录',
}

export const closing: Messages['closing'] = {
  change,
  sealed: {
    line,
    head: ({ code, number, period }) => `封存校验码：${code}（第 ${number} 次，${periodName(period, 'zh-CN')}）`,
  },
  lacking: missingSteps,
  outcomes,

  verify: {
    none: '还没有封存任何半年度。',
    seal: (number, period, version) => `第 ${number} 次封存：${period}${version > 1 ? `，第 ${version} 版` : ''}`,
    unknownSeal: (number) => `第 ${number} 次封存`,
    head: (code) => `校验码 ${code}`,
    good: '通过',
    bad: (faults) => `未通过：${faults.join('；')}`,
    faults,
    sampleFaults,
    sample: (number, of) => `第 ${number} 份抽样${of ? `：${of}` : ''}`,
    onPaperSample: (code, number) => `校验码属于第 ${number} 份抽样。（${code}）`,
    register: (name, state, deleted) =>
      `${name}：${registers[state]}${state === 'deleted-on-schedule' ? `（${deleted} 条）` : ''}`,
    holds: '封存链完整。',
    broken: '封存链已被破坏。',
    askForPaper: '如需确认封存链未被整体重建，请加 --seal 和纸质件上的校验码再核验。',
    onPaper: (code, number) => `校验码与第 ${number} 次封存相符，之前的封存均未被重建。（${code}）`,
    notOnPaper: (code) => `没有封存使用该校验码：封存链被重建，或有封存被移除。（${code}）`,
    mistyped: '校验码格式不正确：共 7 组，每组 4 个字符，见邮件末尾。',
    usage:
      '用法：wayproof verify [--seal 校验码] [--data 文件夹] [--json]\n校验码印在管理层摘要邮件末尾；文件夹中存放 wayproof.db（默认为 DATA_DIR 或 ./data）。',
  },

  reminder: {
    subject: {
      ended: (period) => `请补全您的台账：${period}`,
      frozen: (period) => `请为您负责的目标签字：${period}`,
      signed: (period) => `请封存记分卡：${period}`,
    },
    kicker: (period) => `期末封存 · ${period}`,
    headline: {
      ended: '半年度已结束，请在冻结前更新台账',
      frozen: '记分卡已冻结，请签字',
      signed: '各责任部门均已签字，可以封存',
    },
    goal: (goal) => `您负责的目标是“${goal}”。`,
    next: {
      ended: '请现在补全台账：冻结后的更正不再计入本期。',
      frozen: '请查看数据和依据。无误请签字，有误请告知隐私保护主管。',
      signed: '须由未参与冻结和签字的人封存。',
    },
    button: '打开封存页',
    reader: '您在隐私保护工作中负有职责，因此收到本邮件。',
  },

  restated: {
    subject: (period) => `更正：${period}隐私保护记分卡`,
    kicker: (period, version) => `隐私保护记分卡 · ${period} · 第 ${version} 版`,
    headline: '本半年度的记分卡已更正',
    instead: '此前邮件中的以下数据作废，其余不变。',
    why: '更正原因',
    changes: '更正内容',
    noChange: '数据没有变化。',
    button: '打开记分卡',
    sealed: (on, code) => `${on}封存 · ${code}`,
    reader: '您收到过本半年度的记分卡，或是现在的摘要收件人，因此收到本邮件。',
  },
}
