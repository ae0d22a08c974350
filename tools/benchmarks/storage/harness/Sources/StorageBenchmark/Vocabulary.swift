/// Words that the generated minutes are made of.
enum Vocabulary {
  static let syllables = [
    "lho", "ta", "hra", "dec", "bře", "zo", "va", "ko", "ry", "ta", "dol", "ní", "hor", "ka", "mla",
    "dá", "sta", "rá", "no", "vé", "le", "sy", "luž", "ná", "kra", "lo", "tě", "chy", "ně", "ves",
  ]
  static let given = [
    "Jana", "Petr", "Eva", "Karel", "Marie", "Tomáš", "Lucie", "Jiří", "Hana", "Pavel", "Alena",
    "Martin", "Věra", "Josef", "Ivana", "David",
  ]
  static let surnames = [
    "Novák", "Dvořák", "Svoboda", "Černý", "Veselý", "Horák", "Němec", "Marek", "Pospíšil", "Beneš",
    "Fiala", "Sedláček", "Doležal", "Zeman", "Kolář", "Navrátil", "Čermák", "Urban", "Vaněk",
    "Kříž",
  ]
  static let bodies = [
    "Pracovní skupina Bydlení", "Pracovní skupina Senioři", "Pracovní skupina Děti a rodina",
    "Řídicí skupina komunitního plánování", "Komise sociální a zdravotní", "Lokální partnerství",
    "Pracovní skupina Zaměstnanost a dluhy", "Pracovní skupina Osoby se zdravotním postižením",
  ]
  static let themes = [
    "bydlení", "zadlužení a exekuce", "zaměstnanost", "terénní programy", "péče o seniory",
    "děti a mládež", "duševní zdraví", "závislosti", "bezpečnost", "vzdělávání", "rodina",
    "azylový dům", "ubytovna", "dobrovolnictví", "doprava", "bezdomovectví",
  ]
  static let kinds = [
    "azylové domy", "terénní programy", "osobní asistence", "pečovatelská služba",
    "odborné sociální poradenství", "nízkoprahová denní centra", "sociální rehabilitace",
    "denní stacionáře", "noclehárny", "raná péče",
  ]
  static let organizations = [
    "Naše cesta", "Pomocná ruka", "Dobrý soused", "Nový začátek", "Rodinné centrum",
    "Otevřené dveře",
    "Společný dům", "Most k práci", "Světlo", "Opora",
  ]
  static let sentences = [
    "Členové skupiny projednali stav přípravy projektu na téma %@ a shodli se na dalším postupu.",
    "Vedoucí odboru sociálních věcí informoval o nové výzvě ministerstva, která podporuje %@.",
    "Kapacita služby je dlouhodobě naplněná, zájemci o %@ čekají i několik měsíců.",
    "Obyvatelé lokality se na jednání opakovaně ptali, kdy bude zahájena spolupráce v oblasti %@.",
    "Zástupkyně neziskové organizace představila výsledky za uplynulé pololetí: %@.",
    "Město připravuje dotazníkové šetření mezi rodinami, jeho součástí bude i oblast %@.",
    "Přítomní se dohodli, že podklady k tématu %@ zašlou koordinátorce do konce měsíce.",
    "Pracovníci v terénu upozornili na rostoucí počet klientů, kteří řeší %@ a nemají kam jít.",
    "Rozpočet na příští rok počítá s podporou ve výši 250 tisíc korun na oblast %@.",
    "Diskuse se týkala návaznosti služeb; účastníci ocenili, jak se v regionu rozvíjí %@.",
    "Kurátor popsal případ rodiny s dětmi, které hrozila ztráta střechy nad hlavou, a navrhl %@.",
    "Komunitní plán se aktualizuje každé tři roky a opatření pro %@ zůstává prioritou.",
    "Na kraj bude odeslána žádost o zařazení do sítě, protože %@ v území chybí.",
    "Policie a asistenti prevence kriminality spolupracují se školami, tématem je %@.",
    "Lékaři doporučují návazné poradenství; zapojit se má i poradna zaměřená na %@.",
    "Úkolem skupiny je najít prostory, ve kterých by mohlo sídlit centrum pro %@.",
  ]
}
