import { lettersOf } from './letters.ts'

/** Most words, Chinese characters and letters in the name of a page or section. */
const [MOST_WORDS, MOST_HAN, MOST_LETTERS] = [7, 10, 40]

/** Longest label in characters, including punctuation. */
const LONGEST_LABEL = 400

/** English words that occur in statements but not in menu labels. */
const STATING = new Set(
  `we i you he she they it this that these those who which am is are was were be been being will would shall should may
  might can could must do does did has have had having not never no sell sells sold selling resell resold resale rent
  rents rented trade trades traded give gives gave given giving share shares shared sharing disclose discloses disclosed
  disclosure transfer transfers transferred transferring provide provides provided collect collects collected use uses
  used using process processes processed pass passes passed send sends sent make makes made keep keeps kept store stores
  stored retain retains retained consent consents agree agrees agreed if when unless without because to by any all every`
    .split(/\s+/)
    .filter(Boolean),
)

/** Chinese characters of predicates, subjects and conjunctions, and the names in which they state nothing. */
const STATING_HAN =
  /我们|我司|本公司|本平台|您|你|他们|将|会|被|把|给|向|予|可以|可能|能够|不|无需|须|必须|应当|需要|已|曾|售|卖|租|买|共享|分享|转让|转移|传输|披露|公开|提供|收集|采集|使用|处理|保存|存储|删除|用于|泄露|授权|同意|视为|如果|若|则|但|并|且|因|为了|是|有/u
const NAMES_HAN =
  /关于我们|联系我们|加入我们|了解我们|关注我们|会员|社会|协会|会议|会展|会场|大会|展会|机会|论坛会|售后|销售|零售|售票|租车|租房|租赁|不动产|无障碍|有限公司|所有|有声|是否|使用条款|使用协议|使用帮助|使用说明|使用指南|信息公开|公开课|提供商|分享到|分享|因特网|向导|方向|采集器|买手|买家|卖家|购买/gu

/**
 * Returns true if a short text is a statement rather than a label, judged by punctuation, length and words. Doubtful
 * texts count as statements.
 */
export function readsAsSentence(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST_LABEL) return lettersOf(trimmed, 1) !== ''
  const plain = trimmed.normalize('NFKC')
  if (/[。！；;!…]|[,，].*[,，]|[.?？](?=\s|["'”’)]*$)/u.test(plain.replace(/^\S{1,4}[.、]\s?/u, ''))) return true
  const letters = lettersOf(plain)
  if (letters.length > MOST_LETTERS) return true
  const han = plain.replace(NAMES_HAN, '').match(/\p{Script=Han}/gu)?.length ?? 0
  if (han > MOST_HAN || STATING_HAN.test(plain.replace(NAMES_HAN, ''))) return true
  const words = plain.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? []
  return words.length > MOST_WORDS || words.some((word) => STATING.has(word.replace(/['’].*$/, '')))
}
