import { isDead, type RefusalCause } from '@wayproof/journal/outbox/refusal-cause'
import { bareWords } from './server-words.ts'

export interface Refusal {
  /** `hard`: the address does not exist. `soft`: it may still work. */
  readonly kind: 'hard' | 'soft'
  readonly cause: RefusalCause
}

/**
 * Reads a server's answer; `status` is the report's own code, if it has one. Words that blame the sender, the letter or
 * the moment override any code; words that name a dead address override less specific codes; without known words the
 * code decides. Null if nothing reports a failure.
 */
export function readRefusal(words: string, status: string | null = null): Refusal | null {
  const wordCodes = replyCodes(words)
  const codes: ReplyCodes = { reply: wordCodes.reply, status: wordCodes.status ?? status }
  const wording = causeWords(bareWords(words))
  const classOf = (code: string | null) => code?.slice(0, 1) ?? null
  const classes = [wordCodes.reply, classOf(codes.status)].filter((digit) => digit !== null)
  if (classes[0] === '2') return null
  if (classes.length === 0 && wording === null) return null
  const cause = causeOf(wording, codes.status, status)
  return { cause, kind: isDead(cause) && !classes.includes('4') ? 'hard' : 'soft' }
}

function causeOf(wording: CauseWords | null, code: string | null, reported: string | null): RefusalCause {
  // `5.0.0` only says that it failed; the report's own code may say more.
  const own = code ? statusCause(code) : 'unclear'
  const byCode = own === 'unclear' && reported ? statusCause(reported) : own
  if (wording === null || wording.cause === 'unclear') return byCode
  if (!isDead(wording.cause)) return wording.cause
  if (byCode === 'sender' || byCode === 'mailbox-full' || byCode === 'message') return byCode
  return wording.sure || byCode === 'unclear' || isDead(byCode) ? wording.cause : byCode
}

/** Codes in a server's reply. */
interface ReplyCodes {
  /** Enhanced status code (RFC 3463). */
  readonly status: string | null
  /** First digit of the reply code: 4 or 5. */
  readonly reply: string | null
}

const STATUS = String.raw`([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)`
/** A reply code as servers quote it, and the enhanced code that belongs to it: `550 5.1.1`, `550-5.1.1`, `550 (#5.1.1)`. */
const WITH_REPLY = new RegExp(String.raw`(?<![\d.,:])([45])[0-5]\d[ \-]{1,3}[("'#\[]{0,2}${STATUS}`)
/** An enhanced code in a place where only servers write one: at the start, after its name, or marked as one. */
const MARKED = new RegExp(String.raw`(?:^\s{0,8}|\bstatus(?: code)?[ :=]{1,3}|[#(\[]#?\s?)${STATUS}`, 'i')
const REPLY = /(?:^|[:;：\n'"]|\bsaid:?|\berror:?|\bcode:?|<<<)[^\S\n]{0,8}([45])[0-5]\d(?=[ \-\n]|$)/i

/** Finds the codes in a server's own words. Other numbers, such as versions and IP addresses, are ignored. */
function replyCodes(words: string): ReplyCodes {
  const match = WITH_REPLY.exec(words)
  if (match) return { reply: match[1] ?? null, status: match[2] ?? null }
  return { status: MARKED.exec(words)?.[1] ?? null, reply: REPLY.exec(words)?.[1] ?? null }
}

/** Enhanced status codes (RFC 3463 and the IANA registry) without their class whose subject and detail decide. */
const BY_DETAIL: Readonly<Record<string, RefusalCause>> = {
  '1.0': 'no-mailbox',
  '1.1': 'no-mailbox',
  '1.2': 'no-domain',
  '1.3': 'no-mailbox',
  '1.6': 'no-mailbox',
  '1.7': 'sender',
  '1.8': 'sender',
  '1.9': 'message',
  '1.10': 'no-mailbox',
  '2.1': 'mailbox-disabled',
  '2.2': 'mailbox-full',
  '2.3': 'message',
  '3.4': 'message',
  '4.4': 'no-domain',
  '4.6': 'network',
  '4.7': 'network',
}

/** Codes whose subject alone decides. */
const BY_SUBJECT: Readonly<Record<string, RefusalCause>> = { '6': 'message', '7': 'policy' }

/** Maps an enhanced status code `c.s.d` to a cause; `unclear` if it only reports a failure. */
export function statusCause(status: string): RefusalCause {
  const [, subject = '', detail = ''] = status.split('.')
  return BY_DETAIL[`${Number(subject)}.${Number(detail)}`] ?? BY_SUBJECT[String(Number(subject))] ?? 'unclear'
}

/** `sure`: the words alone decide. Others give way to a status code that says something else. */
interface CauseWords {
  readonly cause: RefusalCause
  readonly sure: boolean
}

interface Rule extends CauseWords {
  readonly words: RegExp
}

const rule = (cause: RefusalCause, words: RegExp, sure = true): Rule => ({ cause, words, sure })

const either = (...parts: readonly (RegExp | string)[]): RegExp =>
  new RegExp(parts.map((part) => (typeof part === 'string' ? part : part.source)).join('|'), 'u')

const BOX =
  '(?:user|users|recipients?|mail ?box|account|address(?:ee)?|e-?mail|person|customer|member|subscriber|alias|rcpt)'

/**
 * Servers' words, in lower case and without addresses, links and codes. The first matching rule decides: rules that
 * blame the sender, the letter or the moment precede rules that blame the address, because a suppressed address stays
 * suppressed.
 */
const RULES: readonly Rule[] = [
  rule(
    'mailbox-full',
    /quota(?! for sending)|mail ?(?:box|folder|dir) (?:is |was |has been )?(?:currently )?full|full mailbox|in-?box (?:is )?full|(?:out of|insufficient|not enough|no more|exceed\w*) (?:\S+ ){0,4}(?:storage|space|disk)|storage (?:limit|allocation|space)|disk (?:space|full)|mailbox (?:\S+ ){0,3}(?:exceeded|size limit)|mailbox would exceed|space has been used up|space (?:is )?not enough|too many messages on the server|(?:邮箱|信箱|收件箱|郵箱)[^。；\n]{0,12}(?:已满|已滿|满了|爆满)|(?:容量|空间|存储)[^。；\n]{0,8}(?:不足|已满|用尽|超)|配额|postfach (?:\S+ ){0,3}voll|speicherplatz|boite (?:\S+ ){0,3}pleine|buz[oó]n (?:\S+ ){0,3}lleno|casella (?:\S+ ){0,2}piena|caixa (?:\S+ ){0,3}cheia|ящик[^.]{0,20}переполнен|容量を超|がいっぱい/u,
  ),
  rule(
    'message',
    /(?:message|mail|e-?mail|attachment)s? (?:\S+ ){0,3}(?:too (?:large|big|long)|larger than)|(?:message|mail|content|letter) size|size (?:limit|of (?:the|this|your) message)|too much mail data|virus|malware|infected|attachment type|(?:邮件|附件|信件)[^。；\n]{0,8}(?:过大|太大|超过|超出)|病毒/u,
  ),
  rule(
    'rate-limited',
    /frequency limited|rate[- ]?limit|(?:at a|the) rate|throttl|(?:receiving|sending|sent) (?:\S+ ){0,3}too (?:quickly|fast|many|much)|too many (?:\S+ ){0,2}(?:connection|message|mail|e-?mail|recipient|session|error|complaint|invalid)|(?:daily|hourly|sending|connection) (?:\S+ ){0,2}(?:limit|quota)|(?:exceed|over|reach)\w* (?:\S+ ){0,4}(?:rate|limit|number of (?:messages|connections|recipients))|connection denied|频率|频繁|(?:发送|连接|收信|发信)[^。；\n]{0,10}(?:上限|限制|过多|超)/u,
  ),
  rule(
    'sender',
    /(?:sender|originator)(?:'s)? (?:\S+ ){0,3}(?:reject|denied|deny|verif|not |unknown|invalid|block|domain|is |must|refus)|(?:invalid|unknown|unroutable|unverified|null|empty|bad|forged|envelope|local) sender|sender (?:address|is spammer)|domain of sender|mail from(?:[:,.]| command| address| (?:\S+ )?(?:reject|refus|denied|not))|(?:after|reply to|at) (?:the )?mail from|from (?:address|domain|header)|from: domain|return[- ]?path|\bbatv\b|unsigned dsn|third-party dsns|bogus mail|cannot receive mail for replies|发件人|发信人|发信地址|寄件人|寄件者|absender|expéditeur|emetteur|remitente|mittente|remetente|отправител/u,
  ),
  rule(
    'policy',
    /\bspf\b|\bdkim\b|\bdmarc\b|sender id|spam|\bblock(?:ed|ing|list)?|block-?list|black-?\s?list|deny ?list|\bdnsbl\b|\brbl\b|spamhaus|barracuda|proofpoint|cloudmark|reputation|polic(?:y|ies)|\bnot (?:\S+ )?(?:allowed|authori[sz]ed|permitted|trusted)|authenticat|unauthori[sz]ed|(?:able|not|n't|allowed|denied|open|third[- ]party|unauthori[sz]ed) (?:\S+ ){0,3}relay|relay(?:ing)? (?:\S+ ){0,3}(?:denied|not|prohibit|access|forbid|disallow|attempt|rejected)|(?<!rejected: )access denied|allowed rcpthosts|prohibit|reverse dns|\brdns\b|\bptr\b|client host|your (?:ip|host|server|network|domain|reverse|hostname|remotehost)\b|dynamic ip|helo|ehlo|unsolicited|\bbulk\b|content (?:\S+ ){0,2}(?:reject|denied|refus|filter)|suspicious|suspected|phish|(?<!not )listed (?:in|at|by|on)\b|complaint|rejected by (?:\S+ )?(?:recipient|content|filter|rule|user)|refus(?:e|es|ed|ing) (?:to (?:accept|receive) )?(?:your )?(?:mail|message|connection)|(?:accept|want)(?:s|ing)?(?: any)? (?:mail|e-?mail|messages?)(?: sent)? (?:only )?from|recipient(?:'s)? preferences|only accept|not want|restricted|banned|junk|go away|user reject|filtered|\bchallenge\b|whitelist|(?<![a-z])(?:dt|mi|hl|rp|ip|sp):[a-z]{3}(?![a-z])|垃圾|拒绝|拒收|拒信|黑名单|策略|违规|敏感|屏蔽|信誉|认证|可疑|richtlinie|politique|política|политик|迷惑メール|受信拒否/u,
  ),
  rule('mailbox-suspended', /suspend|frozen|\blocked\b|on hold|extended inactivity|冻结|锁定|暂停/u),
  rule(
    'no-domain',
    /nxdomain|null ?mx|unrouteable (?:mail )?(?:domain|address)|unrou?table (?:mail )?(?:domain|address)/u,
  ),
  rule(
    'network',
    /tim(?:ed?|ing)[- ]?out|connection (?:was )?(?:refused|reset|lost|dropped|closed|failed)|(?:not|n't) (?:\S+ )?(?:connect\b|establish|contact|reach(?:ed|able)? (?:within|the server))|no route|unreachable|temporar|try (?:again |it )?(?:\S+ )?later|(?:been|was|is) (?:\S+ )?in the queue|queue (?:period|lifetime|too long)|expired|retry (?:time|limit)|still being retried|(?:message|delivery|recipients?) (?:\S+ ){0,4}delayed|not yet been delivered|delivery attempts will continue|will be retried|continue to (?:try|attempt)|\bloop(?:s|ing)?\b|too many hops|hop count|deferred|gr[ea]ylist|name ?server|name service error.{0,120}try again|dns (?:lookup )?(?:failure|failed|timeout)|\btls\b|certificate|overload|insufficient resources|maintenance|system error|internal error|local error|超时|暂时|稍后|zeitüberschreitung|vorübergehend|délai|tempor[aá]r|временн|タイムアウト|一時的/u,
  ),
  rule(
    'no-domain',
    /(?:unknown|no such|invalid|bad|illegal) (?:mail )?(?:host|domain)|(?:host|domain)(?: or domain)?(?: name)?(?: (?!said|unknown)\S+){0,4} (?:unknown|not found|not known|does ?(?:n.t|not) exist|not exist|is not valid|must exist|could not be found)|name or service not known|no (?:valid )?mx|(?:域名|主机|网域)[^。；\n]{0,12}(?:不存在|无法解析|未找到)|找不到[^。；\n]{0,12}(?:域名|主机|服务器)|domain\w* (?:\S+ ){0,3}(?:unbekannt|existiert nicht)/u,
  ),
  rule(
    'mailbox-disabled',
    either(
      `${BOX}(?:\\(s\\)|s)?(?:'s)?(?: \\S+){0,5} (?:disabled|deactivated|de-activated|inactive|discontinued|closed|terminated|deleted|removed|cancelled|not active|not enabled)|(?:disabled|deactivated|inactive|closed|expired|deleted) (?:${BOX})|no longer (?:\\S+ ){0,3}(?:valid|active|available|accepts?|used?|works?|here|exists?|employed|in service|on server|with)|deaktiviert|désactivée?|desactivad|disattivat|отключ|заблокирован`,
      /(?:停用|注销|禁用|失效|已关闭|停止使用)/,
    ),
  ),
  rule(
    'no-mailbox',
    either(
      `unknown (?:\\S+ ){0,2}(?:${BOX}|local[- ]?part|name)|(?:no|not) such (?:\\S+ ){0,2}(?:${BOX}|name|local)|${BOX}(?:\\(s\\)|s)?(?:'s)?(?: (?:name|id|e-?mail|address|you|that|is|are|was|were|tried|to|reach|entered|has|have|specified|been|in|the|this|for|here|box|could|can|cannot|of|virtual|with)){0,10} (?:unknown|not (?:be )?(?:found|known|exist|recogni[sz]ed|listed|present|resolved|registered)|does ?(?:n.t|not) exist|doesn.t (?:have|exist)|don.t exist|cannot be found|non-?existent|wrong|missing)|(?:${BOX}) (?:\\S+ ){1,3}(?:not found|unknown|does ?(?:n.t|not) exist|not exist|not listed|not known|doesn.t have|was not found)|non-?exist|(?:no|any) (?:\\S+ ){0,2}(?:mail ?box|account|${BOX}) (?:\\S+ )?(?:by that name|with that name|found|here|named|available|under|for|at this)|not (?:a |an )?(?:\\S+ )?(?:known|valid|local|active) (?:\\S+ )?${BOX}|not listed in|not in (?:\\S+ ){0,2}(?:directory|address book|list of|my valid)|recipnotfound|recipient ?notfound|no one at this address|is not our customer|not our customer|no valid recipients|badrcptto|badrecipientto|validrcptto|unknown local[- ]?part|there is no such|final e-?mail delivery point|address does not exist|not known (?:here|at this)|home directory|unbekannt|existiert nicht|nicht gefunden|kein\\w* (?:solch\\w* )?(?:benutzer|postfach|empfänger)|inconnu|n.existe pas|introuvable|no existe|desconocid|no se encontr|sconosciut|inesistente|nessun utente|não existe|desconhecid|не существует|не найден|неизвестн|nie istnieje|onbekend|bestaat niet`,
      /不存在|查无此|无此(?:用户|邮箱|人|账号|帐号)|没有(?:此|这个|该|找到)|找不到(?:收件人|用户|此|该|邮箱)|未找到|地址错误|地址有误|無此|不明なユーザ|存在しません|見つかりません|が見つかり/,
    ),
  ),
  rule(
    'no-mailbox',
    either(
      `mail ?box (?:is )?unava\\w*able|(?:invalid|bad|illegal|ambiguous|wrong|incorrect|undeliverable|unresolvable) (?:\\S+ ){0,2}${BOX}|${BOX} (?:\\S+ ){0,2}(?:is )?(?:invalid|not valid|rejected|not ok|not accepted|unavailable|is not local|not here)|can.t accept user|does not like recipient`,
    ),
    false,
  ),
  rule(
    'unclear',
    /(?:not|n't|never|unable to) (?:\S+ ){0,5}(?:deliver|reach|sent)|undeliver|permanent(?:ly)? (?:\S+ )?(?:error|fail)|deliver(?:y|ed) (?:\S+ ){0,8}fail|failed permanently|returned to you|无法(?:送达|投递)|未能送达|投递失败|退信|退回|nicht zugestellt|non (?:remis|délivré)|не (?:может быть )?доставлен/u,
    false,
  ),
]

/** Reads a server's words; null if none is known. `text` is in lower case. */
function causeWords(text: string): CauseWords | null {
  return RULES.find(({ words }) => words.test(text)) ?? null
}
