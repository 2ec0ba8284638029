/// The names of states and a few unions of states in briefings, as data for `StateTable`.
///
/// One line per state: its names, the usual one first; its demonyms; its seats of government. Words that
/// could mean two states (“Korean”, “Congolese”) are left out.
enum StateList {
  static let text = """
    Afghanistan, Islamic Emirate of Afghanistan; Afghan; Kabul
    African Union, AU;; 
    Albania, Republic of Albania; Albanian; Tirana
    Algeria; Algerian; Algiers
    Angola; Angolan; Luanda
    Argentina, Argentine Republic; Argentine, Argentinian; Buenos Aires
    Armenia, Republic of Armenia; Armenian; Yerevan
    Association of Southeast Asian Nations, ASEAN;; 
    Australia, Commonwealth of Australia; Australian; Canberra
    Austria, Republic of Austria; Austrian; Vienna
    Azerbaijan, Republic of Azerbaijan; Azerbaijani, Azeri; Baku
    Bahrain, Kingdom of Bahrain; Bahraini; Manama
    Bangladesh; Bangladeshi; Dhaka
    Belarus, Republic of Belarus; Belarusian, Belarussian; Minsk
    Belgium, Kingdom of Belgium; Belgian; 
    Bolivia, Plurinational State of Bolivia; Bolivian; La Paz
    Bosnia and Herzegovina, Bosnia, BiH; Bosnian; Sarajevo
    Botswana; Motswana; Gaborone
    Brazil, Federative Republic of Brazil; Brazilian; Brasília, Brasilia
    Bulgaria, Republic of Bulgaria; Bulgarian; Sofia
    Burkina Faso; Burkinabe; Ouagadougou
    Cambodia, Kingdom of Cambodia; Cambodian; Phnom Penh
    Cameroon; Cameroonian; Yaoundé
    Canada; Canadian; Ottawa
    Central African Republic;; Bangui
    Chad; Chadian; N'Djamena
    Chile, Republic of Chile; Chilean; Santiago
    China, People's Republic of China, PRC; Chinese; Beijing
    Colombia, Republic of Colombia; Colombian; Bogotá, Bogota
    Costa Rica; Costa Rican; San José
    Côte d'Ivoire, Ivory Coast; Ivorian; Abidjan, Yamoussoukro
    Croatia, Republic of Croatia; Croatian; Zagreb
    Cuba, Republic of Cuba; Cuban; Havana
    Cyprus, Republic of Cyprus; Cypriot; Nicosia
    Czechia, Czech Republic; Czech; Prague
    Democratic Republic of the Congo, DR Congo, DRC;; Kinshasa
    Denmark, Kingdom of Denmark; Danish; Copenhagen
    Djibouti; Djiboutian; 
    Ecuador; Ecuadorian; Quito
    Egypt, Arab Republic of Egypt; Egyptian; Cairo
    El Salvador; Salvadoran; San Salvador
    Eritrea; Eritrean; Asmara
    Estonia, Republic of Estonia; Estonian; Tallinn
    Ethiopia; Ethiopian; Addis Ababa
    European Union, EU;; Brussels
    Finland, Republic of Finland; Finnish; Helsinki
    France, French Republic; French; Paris, Élysée
    Gabon; Gabonese; Libreville
    Gambia; Gambian; Banjul
    Georgia; Georgian; Tbilisi
    Germany, Federal Republic of Germany, FRG; German; Berlin
    Ghana; Ghanaian; Accra
    Greece, Hellenic Republic; Greek, Hellenic; Athens
    Group of Seven, G7, G-7;; 
    Group of 77, G77, G-77, G77 and China, Group of 77 and China;; 
    Group of Twenty, G20, G-20;; 
    Guatemala; Guatemalan; Guatemala City
    Haiti; Haitian; Port-au-Prince
    Honduras; Honduran; Tegucigalpa
    Hungary; Hungarian; Budapest
    Iceland; Icelandic; Reykjavík, Reykjavik
    India, Republic of India; Indian; New Delhi, Delhi
    Indonesia, Republic of Indonesia; Indonesian; Jakarta
    Iran, Islamic Republic of Iran; Iranian; Tehran, Teheran
    Iraq, Republic of Iraq; Iraqi; Baghdad
    Ireland, Republic of Ireland; Irish; Dublin
    Israel, State of Israel; Israeli; Jerusalem, Tel Aviv
    Italy, Italian Republic; Italian; Rome
    Jamaica; Jamaican; Kingston
    Japan; Japanese; Tokyo
    Jordan, Hashemite Kingdom of Jordan; Jordanian; Amman
    Kazakhstan, Republic of Kazakhstan; Kazakh, Kazakhstani; Astana
    Kenya, Republic of Kenya; Kenyan; Nairobi
    Kosovo, Republic of Kosovo; Kosovar; Pristina
    Kuwait, State of Kuwait; Kuwaiti; Kuwait City
    Kyrgyzstan, Kyrgyz Republic; Kyrgyz; Bishkek
    Laos; Lao, Laotian; Vientiane
    Latvia, Republic of Latvia; Latvian; Riga
    Lebanon, Lebanese Republic; Lebanese; Beirut
    Libya, State of Libya; Libyan; Tripoli
    Lithuania, Republic of Lithuania; Lithuanian; Vilnius
    Luxembourg; Luxembourgish; 
    Madagascar; Malagasy; Antananarivo
    Malaysia; Malaysian; Kuala Lumpur
    Mali, Republic of Mali; Malian; Bamako
    Malta; Maltese; Valletta
    Mauritania; Mauritanian; Nouakchott
    Mexico, United Mexican States; Mexican; Mexico City
    Moldova, Republic of Moldova; Moldovan; Chișinău, Chisinau
    Mongolia; Mongolian; Ulaanbaatar
    Montenegro; Montenegrin; Podgorica
    Morocco, Kingdom of Morocco; Moroccan; Rabat
    Mozambique; Mozambican; Maputo
    Myanmar, Burma; Burmese; Naypyidaw
    Namibia; Namibian; Windhoek
    Nepal; Nepali, Nepalese; Kathmandu
    Netherlands, Kingdom of the Netherlands, Holland; Dutch; The Hague
    New Zealand;; Wellington
    Nicaragua; Nicaraguan; Managua
    Niger, Republic of Niger; Nigerien; Niamey
    Nigeria, Federal Republic of Nigeria; Nigerian; Abuja
    North Atlantic Treaty Organization, North Atlantic Treaty Organisation, NATO;; 
    North Korea, Democratic People's Republic of Korea, DPRK; North Korean; Pyongyang
    North Macedonia; Macedonian; Skopje
    Norway, Kingdom of Norway; Norwegian; Oslo
    Oman, Sultanate of Oman; Omani; Muscat
    Pakistan, Islamic Republic of Pakistan; Pakistani; Islamabad
    Palestine, State of Palestine; Palestinian; Ramallah
    Panama; Panamanian; Panama City
    Papua New Guinea, PNG;; Port Moresby
    Paraguay; Paraguayan; Asunción
    Peru, Republic of Peru; Peruvian; Lima
    Philippines, Republic of the Philippines; Philippine, Filipino; Manila
    Poland, Republic of Poland; Polish; Warsaw
    Portugal, Portuguese Republic; Portuguese; Lisbon
    Qatar, State of Qatar; Qatari; Doha
    Romania; Romanian; Bucharest
    Russia, Russian Federation; Russian; Moscow, Kremlin
    Rwanda, Republic of Rwanda; Rwandan; Kigali
    Saudi Arabia, Kingdom of Saudi Arabia, KSA; Saudi, Saudi Arabian; Riyadh
    Senegal, Republic of Senegal; Senegalese; Dakar
    Serbia, Republic of Serbia; Serbian; Belgrade
    Singapore, Republic of Singapore; Singaporean; 
    Slovakia, Slovak Republic; Slovak; Bratislava
    Slovenia, Republic of Slovenia; Slovenian, Slovene; Ljubljana
    Somalia, Federal Republic of Somalia; Somali; Mogadishu
    South Africa, Republic of South Africa, RSA; South African; Pretoria
    South Korea, Republic of Korea, ROK; South Korean; Seoul
    South Sudan, Republic of South Sudan; South Sudanese; Juba
    Spain, Kingdom of Spain; Spanish; Madrid
    Sri Lanka; Sri Lankan; Colombo
    Sudan, Republic of the Sudan; Sudanese; Khartoum
    Sweden, Kingdom of Sweden; Swedish; Stockholm
    Switzerland, Swiss Confederation; Swiss; Bern, Berne
    Syria, Syrian Arab Republic; Syrian; Damascus
    Taiwan, Republic of China, ROC; Taiwanese; Taipei
    Tajikistan, Republic of Tajikistan; Tajik; Dushanbe
    Tanzania, United Republic of Tanzania; Tanzanian; Dodoma
    Thailand, Kingdom of Thailand; Thai; Bangkok
    Tunisia, Republic of Tunisia; Tunisian; Tunis
    Turkey, Türkiye, Turkiye, Republic of Türkiye; Turkish; Ankara
    Turkmenistan; Turkmen; Ashgabat
    Uganda, Republic of Uganda; Ugandan; Kampala
    Ukraine; Ukrainian; Kyiv, Kiev
    United Arab Emirates, UAE; Emirati; Abu Dhabi
    United Kingdom, UK, Great Britain, Britain; British; London, Downing Street
    United Nations, UN;; 
    United States, United States of America, US, USA; American; Washington, White House
    Uruguay; Uruguayan; Montevideo
    Uzbekistan, Republic of Uzbekistan; Uzbek; Tashkent
    Vatican, Holy See;; Vatican City
    Venezuela, Bolivarian Republic of Venezuela; Venezuelan; Caracas
    Viet Nam, Vietnam, Socialist Republic of Viet Nam; Vietnamese; Hanoi
    Yemen, Republic of Yemen; Yemeni; Sana'a, Sanaa
    Zambia; Zambian; Lusaka
    Zimbabwe; Zimbabwean; Harare
    """
}
