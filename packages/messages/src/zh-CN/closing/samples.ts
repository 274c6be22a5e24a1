import type { SampleResult, SampleStanding, Side } from '@wayproof/scorecard'
import type { Messages } from '../../en.ts'
import { percent, ratePercent } from '../../number-format.ts'

const results: Record<SampleResult, string> = {
  agrees: '相符',
  differs: '不符',
  'document-missing': '缺少凭据',
}

const sides: Record<Side, string> = { numerator: '已计入', denominator: '基数' }

function standing({ size, done, errors, errorRate, atMost }: SampleStanding): string {
  if (errorRate === null) return `共 ${size} 行，均未填写结果。`
  if (atMost === null) return `共 ${size} 行，已完成 ${done} 行，其中 ${errors} 行有差错。`
  return `差错：${size} 行中有 ${errors} 行（${ratePercent(errorRate)}）；有 95% 的把握，全部记录的差错率不超过 ${percent(atMost)}。`
}

export const samples: Messages['reporting']['samples'] = {
  results,
  sides,
  standing,
  complete: (errors, size) => `已查看全部记录：${size} 行中有 ${errors} 行有差错。`,

  rows: {
    share: (name, counted, of) => `${name}：${of} 项中计入 ${counted} 项。`,
    years: (name, counted, of) => `${name}：本年 ${counted} 起，基准年 ${of} 起。`,
    count: (name, counted) => `${name}：计入 ${counted} 项。`,
    none: (name) => `${name}：没有记录。`,
    lead: (period, counted) => `${period}，台账数据${counted}。`,
    differs: (counted, of) => `已公布的数字是 ${of} 项中的 ${counted} 项：冻结之后台账有改动。`,
    show: '显示的记录',
    all: '全部',
    counted: '已计入',
    rest: '未计入',
    columns: { row: '记录', counted: '计入', of: '基数', places: '依据' },
    hidden: '这些记录涉及员工个人，只有名册管理部门和审计人员可以逐条查看。',
    goal: '查看该数字背后的全部记录',
    answers: '回答不能逐条打开：每条都属于某位旅客。该数字按计数得出，可用 verify-anonymity 和 rebuild-tallies 核验。',
    open: (name) => `“${name}”背后的记录`,
    earlier: '前面的记录',
    later: '后面的记录',
    proof: '系统读取的页面',
  },

  draw: {
    title: '抽取样本',
    lead: '随机抽取，不放回。随机种子和抽中的记录都会保存，任何人都能重新抽出同样的结果。',
    figure: '数字',
    choose: '请选择数字',
    side: '抽取范围',
    from: (side, rows) => `${side === 'numerator' ? '已计入的记录' : '全部基数'}（${rows} 行）`,
    size: '行数',
    hint: '建议：不超过 25 行时全部抽取，否则抽取 25 行。25 行均无差错时，有 95% 的把握差错率不超过 11.3%。',
    action: '抽取',
    sizeFault: (rows) => `请填写 1 到 ${rows}。`,
  },

  list: {
    title: (n, period) => (n === 0 ? `${period}还没有抽样。` : `${period}已有 ${n} 份抽样。`),
    lead: '审计人员可以从任何数字中抽取记录，与凭据核对，再封存工作底稿。',
    heading: '抽样',
    how: '只有审计人员可以抽样。任何人都可以查看数字背后的记录：',
    columns: { figure: '数字', rows: '行数', standing: '结果', drawn: '抽取', sealed: '封存' },
    open: '未封存',
  },

  sheet: {
    title: (name, n) => `${name}：抽样 ${n} 行。`,
    back: '抽样',
    facts: '抽取方式',
    from: '抽取范围',
    frame: (side, rows) => `${side}，共 ${rows} 行`,
    figure: '当时的数字',
    of: (counted, of) => (of === 0 ? String(counted) : `${of} 项中的 ${counted} 项`),
    by: '抽取人',
    seed: '随机种子',
    digest: '记录摘要（SHA-256）',
    method: '方法',
    rule: '对种子、摘要和记录键各占一行计算 SHA-256，取值最小的若干行',
    worksheet: '工作底稿',
    caption: '抽中的记录及其与凭据的核对结果',
    row: (n) => `第 ${n} 行`,
    gone: '已按期删除',
    noDocument: '这一行没有凭据文件。',
    attachment: '文件',
    imported: (row) => `导入文件第 ${row} 行`,
    seen: (name, on) => `${on}由${name}记录`,
    changed: '现有凭据与当时查看的不同。',
    result: '结果',
    choose: '请选择结果',
    chooseResult: '请说明该行与凭据是否相符。',
    note: '说明',
    noteMissing: '请说明哪里不符或缺少什么。',
    record: '记录',
    open: '尚无结果',
    csv: '下载底稿（CSV）',
    xlsx: '下载底稿（XLSX）',
    seal: '封存工作底稿',
    sealTitle: '封存工作底稿？',
    sealText: '封存后只能查看。代码显示在页面和文件中；此后的任何改动都会被核验发现。',
    sealed: (name, on) => `${on}由${name}封存。`,
    head: '代码',
  },

  columns: {
    number: '行',
    key: '键',
    label: '名称',
    places: '台账记录',
    documents: '凭据',
    result: '结果',
    note: '说明',
    by: '记录人',
    at: '记录时间',
    about: '样本',
  },

  faults: {
    'nothing-to-draw': '没有可以抽取的记录。',
    'sample-size': '样本至少一行，至多为全部记录，且不超过 500 行。',
    'sample-unknown': '没有这份样本或这一行。',
    'sample-sealed': '工作底稿已经封存，只能查看。',
    'sample-unfinished': '还有记录没有填写结果。',
    'result-changed': '其间已有别人填写，请刷新页面后再看。',
    'note-missing': '请说明哪里不符或缺少什么。',
    'report-not-sealed': '只有已封存的半年度才能公布。',
    'report-published': '这份报告已经公布。',
    'report-not-published': '这份报告没有公布。',
  },
}
