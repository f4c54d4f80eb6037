import type { Random } from './random.ts';

/** Someone who looks real and is not: names by chance from lists of common ones. */
export type Person = {
  readonly family: string;
  readonly given: string;
  readonly familyKana: string;
  readonly givenKana: string;
};

const pairs = (text: string): readonly (readonly [string, string])[] =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [written = '', kana = ''] = pair.split(':');
      return [written, kana];
    });

/** Family names with their kana. */
export const FAMILY_NAMES = pairs(`
  佐藤:さとう 鈴木:すずき 高橋:たかはし 田中:たなか 伊藤:いとう 渡辺:わたなべ 山本:やまもと 中村:なかむら 小林:こばやし 加藤:かとう
  吉田:よしだ 山田:やまだ 佐々木:ささき 山口:やまぐち 松本:まつもと 井上:いのうえ 木村:きむら 林:はやし 斎藤:さいとう 清水:しみず
  山崎:やまざき 森:もり 池田:いけだ 橋本:はしもと 阿部:あべ 石川:いしかわ 山下:やました 中島:なかじま 石井:いしい 小川:おがわ
  前田:まえだ 岡田:おかだ 長谷川:はせがわ 藤田:ふじた 後藤:ごとう 近藤:こんどう 村上:むらかみ 遠藤:えんどう 青木:あおき 坂本:さかもと
  福田:ふくだ 太田:おおた 西村:にしむら 藤井:ふじい 金子:かねこ 岡本:おかもと 藤原:ふじわら 中野:なかの 三浦:みうら 原田:はらだ
  中川:なかがわ 松田:まつだ 竹内:たけうち 小野:おの 田村:たむら 中山:なかやま 和田:わだ 石田:いしだ 森田:もりた 上田:うえだ
  内田:うちだ 柴田:しばた 酒井:さかい 宮崎:みやざき 横山:よこやま 高木:たかぎ 安藤:あんどう 宮本:みやもと 大野:おおの 小島:こじま
  谷口:たにぐち 工藤:くどう 今井:いまい 高田:たかだ 丸山:まるやま 増田:ますだ 杉山:すぎやま 村田:むらた 大塚:おおつか 新井:あらい
`);

const GIVEN_NAMES = pairs(`
  太郎:たろう 一郎:いちろう 健一:けんいち 健太:けんた 大輔:だいすけ 誠:まこと 浩:ひろし 隆:たかし 直樹:なおき 和也:かずや
  達也:たつや 翔太:しょうた 拓也:たくや 哲也:てつや 秀樹:ひでき 博之:ひろゆき 正人:まさと 修:おさむ 剛:つよし 聡:さとし
  雄一:ゆういち 康平:こうへい 亮:りょう 進:すすむ 実:みのる 花子:はなこ 恵子:けいこ 洋子:ようこ 由美子:ゆみこ 明美:あけみ
  久美子:くみこ 裕子:ゆうこ 真由美:まゆみ 陽子:ようこ 智子:ともこ 直美:なおみ 美穂:みほ 愛:あい 彩:あや 麻衣:まい
  香織:かおり 千尋:ちひろ 沙織:さおり 理恵:りえ 奈緒:なお 葵:あおい 美咲:みさき 桜:さくら 楓:かえで 結衣:ゆい
`);

export const personBy = ({ pick }: Random): Person => {
  const [family, familyKana] = pick(FAMILY_NAMES);
  const [given, givenKana] = pick(GIVEN_NAMES);
  return { family, given, familyKana, givenKana };
};

/** 「厚労　太郎」, as V-SYS writes names: a full-width space between. */
export const fullName = ({ family, given }: Person): string => `${family}　${given}`;
export const fullKana = ({ familyKana, givenKana }: Person): string => `${familyKana}　${givenKana}`;
