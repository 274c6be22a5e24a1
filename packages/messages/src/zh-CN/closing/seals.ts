import type { Messages } from '../../en.ts'

export const seals: Messages['reporting']['seals'] = {
  title: '核验封存',
  lead: '请输入报告或摘要邮件上的校验码。本页不显示任何数据。',
  code: '封存校验码',
  hint: '共 7 组，每组 4 个字符；也可输入 64 位摘要值。',
  check: '核验',
  file: '或选择摘要邮件所附的 PDF',
  fileHint: '文件只在浏览器中读取，不会上传。',
  faults: {
    large: '文件超过 5 MB，不是摘要邮件所附的 PDF。请另选文件，或输入校验码。',
    unread: '无法在此读取文件，请改为输入校验码。',
  },
  seal: (period, version, day) => `该校验码属于${period}第 ${version} 版，${day}封存。`,
  replaced: '该半年度之后又有更正并另行封存，请索取新版本。',
  edition: (edition, period, day) => `该校验码属于${period}的摘要（${edition}），${day}发出。`,
  unknown: '没有封存或摘要使用该校验码。请再核对一次，或联系隐私保护主管。',
}
