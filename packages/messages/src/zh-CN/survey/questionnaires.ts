import type { BrokenTrend } from '@wayproof/forms/questionnaire/broken-trends'
import type { Messages } from '../../en.ts'

const because: Record<BrokenTrend['because'], string> = {
  new: '新增',
  gone: '已删除',
  wording: '措辞有变',
  scale: '选项有变',
  'satisfied-points': '算满意的分值有变',
  'shown-to-others': '展示对象有变',
}

export const questionnaires: Messages['questionnaires'] = {
  faults: {
    'identity-missing': () => '须有 id，且 version 为不小于 1 的整数。',
    'no-required-item': () => '至少须有一道所有人都会看到的必答题。',
    'id-malformed': (at) => `“${at}”不能用作 id：只可用小写字母、数字和连字符，且不得占用页面自身的名称。`,
    'id-twice': (at) => `id“${at}”重复。`,
    'translation-missing': (at, language) =>
      language === undefined ? `“${at}”缺少其中一种语言的文字。` : `“${at}”缺少语言“${language}”的文字。`,
    'scale-unknown': (at) => `“${at}”引用的量表不存在。`,
    'scale-empty': (at) => `量表“${at}”没有刻度。`,
    'options-missing': (at) => `“${at}”没有选项，或有空的选项值。`,
    'option-twice': (at) => `“${at}”有重复的选项值。`,
    'length-missing': (at) => `“${at}”须有不小于 1 的最大长度。`,
    'second-open-text': (at) => `“${at}”是第二道开放题；只能保留一道。`,
    'item-unreachable': (at) => `“${at}”永远不会显示：条件须引用前面题目的有效取值，且互不矛盾。`,
    'stem-item-unknown': (at) => `共用题干适用的“${at}”不存在。`,
    'asks-identity': (at) => `“${at}”询问证件号、护照、银行卡或电话。如确有必要，请在“asksIdentityBecause”中写明理由。`,
    'rows-missing': (at) => `“${at}”没有任何陈述。`,
    'stem-item-grouped': (at) => `“${at}”自带题干，不能使用共用题干。`,
    'too-many-options': (at) => `“${at}”的选项超过 40 个。`,
    'most-chosen-wrong': (at) => `“${at}”的“maxChosen”须为 1 至选项总数之间的整数。`,
    'short-text-too-long': (at) => `“${at}”是单行文本题，最大长度不得超过 200。`,
    'goal-not-rated': (at) => `“${at}”用于判定目标，须用量表评分。`,
    'headline-missing': () => '目标须有主问题：id 为“overall”、role 为“headline”的量表题。',
    'headline-twice': (at) => `“${at}”是第二道主问题；只有“overall”的 role 可以是“headline”。`,
    'satisfied-missing': (at) => `量表“${at}”未注明哪些分值算满意：请在“satisfied”中列出。`,
    'satisfied-all': (at) => `量表“${at}”的所有分值都算满意：“satisfied”须至少不含一个分值。`,
    'satisfied-unknown': (at) => `量表“${at}”的“satisfied”含有量表中没有的分值。`,
  },
  warnings: {
    'many-questions': (count) => `共 ${count} 题；超过 15 题时，许多人会中途放弃。`,
  },
  holds: (id, version, items) => `${id} 第 ${version} 版：共 ${items} 题，校验通过。`,
  wrong: (count) => `未发布。请修改以下 ${count} 处：`,
  overridden: (id, why) => `“${id}”询问身份信息。理由：${why}`,
  first: '之前没有发布过任何版本。',
  trends: (version) => `与第 ${version} 版相比，以下趋势中断：`,
  noTrend: (version) => `与第 ${version} 版相比，所有趋势均可延续。`,
  trend: (id, why) => `${id}：${because[why]}`,
  published: (version) => `第 ${version} 版已发布，之后发起的调查将使用该版本。`,
  versionTaken: (version) => `第 ${version} 版已发布且内容不同。请增加“version”。`,
  versionOld: (version, latest) => `第 ${version} 版早于已发布的第 ${latest} 版。`,
  unreadable: (file) => `无法读取 ${file}。`,
  notJson: (file, line) => `${file}：第 ${line} 行或其上一行不符合 JSON 格式。`,
  tooDeep: (file, line) => `${file}：第 ${line} 行嵌套过深。`,
  keyTwice: (file, line, key) => `${file}：第 ${line} 行的“${key}”重复出现。`,
  malformed: (file, places) => `${file} 的格式不是问卷。有误或缺失：${places}`,
  usage:
    '用法：wayproof questionnaire 文件 [--publish] [--data 文件夹] [--json]\n检查问卷；加 --publish 则发布，供之后的调查使用。文件夹内须有 wayproof.db（默认为 DATA_DIR 或 ./data）。',
  noFile: '请填写问卷文件的名称。',
  noDatabase: (folder) => `${folder} 中没有数据库。请先在该文件夹启动一次 Wayproof。`,
}
