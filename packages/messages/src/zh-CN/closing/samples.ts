import type { SampleProgress } from '@wayproof/scorecard/sample/audit-sample'
import type { SampleResult } from '@wayproof/scorecard/sample/sample-result'
import type { Side } from '@wayproof/scorecard/sample/traced-row'
import type { Messages } from '../../en.ts'
import { percent, ratePercent } from '../../number-format.ts'

const results: Record<SampleResult, string> = {
  agrees: '相符',
  differs: '不符',
  'document-missing': '缺少凭证',
}

const sides: Record<Side, string> = { numerator: '分子', denominator: '分母' }

function standing({ size, done, errors, errorRate, atMost }: SampleProgress): string {
  if (errorRate === null) return `共 ${size} 条，均未填写结果。`
  if (atMost === null) return `已核对 ${done}/${size} 条，${errors} 条有差错。`
  return `差错率 ${ratePercent(errorRate)}（${errors}/${size}）；95% 置信上限 ${percent(atMost)}。`
}

export const samples: Messages['reporting']['samples'] = {
  results,
  sides,
  standing,
  complete: (errors, size) => `已全部核对：差错 ${errors}/${size} 条。`,

  rows: {
    crumb: '记录',
    share: (name, counted, of) => `${name}：计入 ${counted}/${of}。`,
    years: (name, counted, of) => `${name}：本年 ${counted} 起，基准年 ${of} 起。`,
    count: (name, counted) => `${name}：计入 ${counted}。`,
    none: (name) => `${name}：没有记录。`,
    lead: (period, counted) => `${period}，台账数据${counted}。`,
    differs: (counted, of) => `已公布为 ${counted}/${of}：冻结后台账有修改。`,
    show: '显示的记录',
    all: '全部',
    counted: '已计入',
    rest: '未计入',
    columns: { row: '记录', counted: '分子', of: '分母', places: '依据' },
    hidden: '涉及员工个人信息，仅人力资源部门和审计人员可逐条查看。',
    goal: '查看该数据的全部记录',
    answers: '答卷不能逐份查看，运维人员可重新核算汇总数据。',
    open: (name) => `“${name}”的记录`,
    earlier: '前面的记录',
    later: '后面的记录',
    proof: '系统核验的页面',
  },

  draw: {
    title: '抽取样本',
    lead: '随机抽取，不放回。按保存的种子可以重新抽出同样的结果。',
    figure: '指标',
    choose: '请选择指标',
    side: '总体',
    from: (side, rows) => `${sides[side]}（${rows} 条）`,
    size: '条数',
    hint: '建议抽取 25 条（不足则全查）。25 条无差错时，差错率的 95% 置信上限为 11.3%。',
    action: '抽取',
    sizeFault: (rows) => `请填写 1 到 ${rows}。`,
  },

  list: {
    title: (n, period) => (n === 0 ? `${period}还没有抽样。` : `${period}已有 ${n} 份抽样。`),
    lead: '审计人员可以抽取任何数据的记录，与凭证核对，再封存工作底稿。',
    heading: '抽样',
    how: '只有审计人员可以抽样。任何人都可以查看数据的记录：',
    columns: { figure: '指标', rows: '条数', standing: '结果', drawn: '抽取', sealed: '封存' },
    open: '未封存',
  },

  sheet: {
    title: (name, n) => `${name}：抽样 ${n} 条。`,
    facts: '抽取方式',
    from: '总体',
    frame: (side, rows) => `${side}，共 ${rows} 条`,
    figure: '抽取时的数据',
    of: (counted, of) => (of === 0 ? String(counted) : `${counted}/${of}`),
    by: '抽取人',
    seed: '随机种子',
    digest: '记录哈希值（SHA-256）',
    method: '方法',
    rule: '对种子、哈希值和唯一标识各占一行计算 SHA-256，取值最小的若干条',
    worksheet: '工作底稿',
    caption: '抽中的记录与凭证的核对结果',
    row: (n) => `第 ${n} 条`,
    gone: '已按期删除',
    noDocument: '这条记录没有凭证文件。',
    attachment: '文件',
    imported: (row) => `导入文件第 ${row} 行`,
    seen: (name, on) => `${on}由${name}记录`,
    changed: '凭证在核对后有变化。',
    result: '结果',
    choose: '请选择结果',
    chooseResult: '请选择记录与凭证是否相符。',
    note: '说明',
    noteMissing: '请填写哪里不符或缺少什么。',
    record: '记录',
    open: '还没有结果',
    csv: '下载底稿（CSV）',
    xlsx: '下载底稿（XLSX）',
    seal: '封存工作底稿',
    sealTitle: '封存工作底稿？',
    sealText: '封存后只读。校验码显示在页面和文件中，任何改动均可被发现。',
    sealed: (name, on) => `${on}由${name}封存。`,
    head: '封存校验码',
  },

  columns: {
    number: '序号',
    key: '唯一标识',
    label: '名称',
    places: '台账记录',
    documents: '凭证',
    result: '结果',
    note: '说明',
    by: '记录人',
    at: '记录时间',
    about: '样本',
  },

  faults: {
    'nothing-to-draw': '没有可以抽取的记录。',
    'sample-size': '样本至少 1 条，最多为全部记录且不超过 500 条。',
    'sample-unknown': '没有这份样本或这条记录。',
    'sample-sealed': '工作底稿已封存，只读。',
    'sample-unfinished': '还有记录没有填写结果。',
    'result-changed': '已被他人修改，请刷新页面。',
    'note-missing': '请填写哪里不符或缺少什么。',
    'report-not-sealed': '只有已封存的半年度才能公布。',
    'report-published': '这份报告已经公布。',
    'report-not-published': '这份报告没有公布。',
  },
}
