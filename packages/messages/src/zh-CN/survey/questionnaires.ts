import type { BrokenTrend } from '@wayproof/survey'
import type { Messages } from '../../en.ts'

const because: Record<BrokenTrend['because'], string> = {
  new: '新增',
  gone: '已删除',
  wording: '措辞有变',
  scale: '选项有变',
  'shown-to-others': '展示对象有变',
}

export const questionnaires: Messages['questionnaires'] = {
  faults: {
    'identity-missing': () => '须有 id，且 version 为不小于 1 的整数。',
    'no-required-item': () => '至少须有一道对所有人展示的必答题。',
    'id-malformed': (at) => `“${at}”不能用作 id：只可用小写字母、数字和连字符，且不得占用页面自身的名称。`,
    'id-twice': (at) => `id“${at}”重复。`,
    'translation-missing': (at) => `“${at}”缺少其中一种语言的文字。`,
    'scale-unknown': (at) => `“${at}”引用的量表不存在。`,
    'scale-empty': (at) => `量表“${at}”没有刻度。`,
    'options-missing': (at) => `“${at}”没有选项，或有空的选项值。`,
    'option-twice': (at) => `“${at}”有重复的选项值。`,
    'length-missing': (at) => `“${at}”须有不小于 1 的最大长度。`,
    'second-open-text': (at) => `“${at}”是第二道开放题；只能保留一道。`,
    'item-unreachable': (at) =>
      `没有任何回答会引出“${at}”：各项条件须指向前面的题目及该题的某个值，且整条路径对同一题不能要求不同的值。`,
    'stem-item-unknown': (at) => `共用题干适用的“${at}”不存在。`,
    'asks-identity': (at) => `“${at}”询问证件号、护照、银行卡或电话。如确有必要，请在“asksIdentityBecause”中写明理由。`,
  },
  holds: (id, version, items) => `${id} 第 ${version} 版：共 ${items} 题，没有问题。`,
  wrong: (count) => `未发布。请更正以下 ${count} 处：`,
  overridden: (id, why) => `“${id}”询问身份信息。所述理由：${why}`,
  first: '此前没有发布过任何版本。',
  trends: (version) => `与第 ${version} 版相比，以下趋势中断：`,
  noTrend: (version) => `与第 ${version} 版相比，所有趋势均可延续。`,
  trend: (id, why) => `${id}：${because[why]}`,
  published: (version) => `第 ${version} 版已发布。此后开启的批次将使用它。`,
  versionTaken: (version) => `第 ${version} 版已以不同文字发布：不得在已有回答之后更改题目。请提高“version”。`,
  versionOld: (version, latest) => `第 ${version} 版早于已发布的第 ${latest} 版。`,
  unreadable: (file) => `无法读取 ${file}。`,
  notJson: (file, why) => `${file} 不是 JSON：${why}`,
  malformed: (file, places) => `${file} 不具备问卷的格式。有误或缺失之处：${places}`,
  usage:
    '用法：pnpm questionnaire 文件 [--publish] [--data 文件夹] [--json]\n检查问卷；加 --publish 则发布，供此后的批次使用。文件夹内须有 wayproof.db（默认为 DATA_DIR 或 ./data）。',
  noFile: '请写出问卷文件的名称。',
  noDatabase: (folder) => `${folder} 中没有数据库。请先在该处启动一次 Wayproof。`,
}
