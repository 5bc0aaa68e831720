// Frequent characters whose simplified and traditional forms differ, pair by pair. Characters that both scripts use (后 里 只 面 台)
// are left out.
const pairs =
  "这這个個们們为為会會来來时時说說对對没沒还還发發货貨东東买買卖賣钱錢给給让讓问問题題单單订訂购購质質换換费費价價员員务務" +
  "谢謝请請吗嗎么麼样樣点點过過开開关關见見听聽读讀写寫话話语語词詞认認识識记記讲講许許论論设設证證评評诉訴调調谈談试試该該" +
  "误誤课課谁誰经經结結纸紙细細终終级級红紅约約组組织織续續绿綠线線练練网網车車转轉轮輪轻輕较較输輸运運达達进進远遠连連迟遲" +
  "选選边邊适適逻邏难難电電脑腦机機码碼号號无無现現场場块塊坏壞实實宝寶宽寬导導将將尔爾尽盡层層岁歲师師帐帳带帶帮幫广廣库庫" +
  "应應废廢张張弹彈强強当當录錄彻徹态態总總恶惡惊驚愿願戏戲战戰户戶扫掃扩擴担擔护護报報拥擁择擇挂掛损損据據断斷旧舊显顯气氣" +
  "汇匯汉漢汤湯浏瀏测測济濟满滿灯燈灵靈炉爐烂爛热熱爱愛爷爺状狀独獨狱獄猪豬环環产產疗療皱皺盖蓋盘盤盗盜础礎确確礼禮离離种種" +
  "积積称稱稳穩窃竊竞競笔筆签簽简簡类類粮糧紧緊纠糾纯純纹紋统統维維绩績罗羅罚罰联聯职職肤膚胶膠脏髒脸臉与與举舉艺藝节節药藥" +
  "获獲营營萨薩虑慮虽雖补補装裝裤褲观觀规規视視觉覺触觸讨討负負财財责責败敗账賬贴貼贵貴贷貸贸貿资資赔賠赠贈赶趕跃躍践踐辑輯" +
  "辞辭邮郵郑鄭释釋钟鐘钢鋼钥鑰铁鐵银銀链鏈销銷锁鎖错錯键鍵镜鏡长長门門闭閉间間闻聞队隊阳陽阴陰阶階际際陆陸陈陳险險随隨隐隱" +
  "雾霧静靜韩韓页頁项項顺順须須预預领領频頻颜顏额額风風飞飛饭飯饮飲饰飾馆館马馬驱驅验驗骗騙骂罵鱼魚鸡雞鸟鳥麦麥黄黃齐齊龙龍" +
  "从從众眾优優伤傷传傳体體仅僅儿兒兰蘭养養内內农農决決况況净淨减減几幾凤鳳击擊划劃则則刚剛创創别別剑劍剧劇劝勸办辦动動励勵" +
  "势勢区區医醫华華协協卫衛压壓厂廠历歷县縣参參双雙变變叶葉吨噸启啟吴吳响響哑啞唤喚园園围圍国國图圖圆圓圣聖坚堅处處备備复復" +
  "头頭夹夾夺奪奖獎妇婦妈媽孙孫学學宁寧宪憲宾賓寻尋属屬币幣归歸怀懷恋戀扰擾抢搶拟擬挥揮摄攝数數标標树樹桥橋检檢楼樓毁毀毕畢" +
  "沟溝洁潔涨漲渐漸湿濕滚滾滞滯滤濾灭滅炼煉烧燒烦煩牵牽猫貓玛瑪画畫畅暢痒癢瘪癟砖磚碍礙";

// Characters that Japan simplified in its own way or made itself, and words of buyers that only Japanese writes without kana.
const japaneseCharacters = "気円図売読発県実変駅鉄続験価拝込払帰処対応戻収楽薬渋沢浜桜働畑峠栃匂塩亜栄広拡捜挿両労隣齢黒毎暦様単歩検権";
const japaneseWords: readonly string[] = ["返金", "未着", "返品希望", "交換希望", "注文番号"];

const mark = { simplified: 1, traditional: 2, japanese: 4, japaneseWord: 8 } as const;
const firstCode = 0x4e00;
const endCode = 0xa000;

const buildMarks = (): Uint8Array => {
  const marks = new Uint8Array(endCode - firstCode);
  const add = (character: string, own: number): void => {
    const place = character.charCodeAt(0) - firstCode;
    marks[place] = (marks[place] as number) | own;
  };
  [...pairs].forEach((character, index) => add(character, index % 2 === 0 ? mark.simplified : mark.traditional));
  for (const character of japaneseCharacters) add(character, mark.japanese);
  for (const word of japaneseWords) add(word, mark.japaneseWord);
  return marks;
};

let marksByCode: Uint8Array | undefined;

const markAt = (text: string, index: number): number => {
  marksByCode ??= buildMarks();
  const code = text.charCodeAt(index);
  return code >= firstCode && code < endCode ? (marksByCode[code - firstCode] as number) : 0;
};

/** `Hans` or `Hant` by the characters that only one of the two scripts has, `Hani` where the text has none or as many of both. */
export const chineseScript = (text: string): "Hans" | "Hant" | "Hani" => {
  let balance = 0;
  for (let index = 0; index < text.length; index += 1) {
    const own = markAt(text, index);
    if ((own & mark.simplified) !== 0) balance += 1;
    else if ((own & mark.traditional) !== 0) balance -= 1;
  }
  return balance > 0 ? "Hans" : balance < 0 ? "Hant" : "Hani";
};

/** Whether a text of Han characters without kana has one that Chinese does not write. */
export const looksJapanese = (text: string): boolean => {
  for (let index = 0; index < text.length; index += 1) {
    const own = markAt(text, index);
    if ((own & mark.japanese) !== 0) return true;
    if ((own & mark.japaneseWord) !== 0 && japaneseWords.some((word) => text.startsWith(word, index))) return true;
  }
  return false;
};
