const names = [
  "t3_0",
  "t3_1",
  "t3_2",
  "t3_3",
  "ty_0",
  "ty_1",
  "ty_2",
  "ty_3",
  "t2_0",
  "t2_1",
  "t2_2",
  "t2_3",
  "ts_0",
  "ts_1",
  "ts_2",
  "ts_3",
  "ta_0",
  "ta_1",
  "ta_2",
  "ta_3",
  "typ",
  "tx_0",
  "tx_1",
  "cdc_open90",
  "cdc_active",
  "cdc_b2b3",
  "cdc_b2b5",
  "cdc_b2b7",
  "cdc_b2b9",
  "itsfb2b",
  "ti",
  "i2io",
  "i2fo",
  "f2f30",
  "s2f30",
  "s2s30",
  "s2s3",
  "s2s5",
  "s2so",
  "s2f3",
  "s2f5",
  "s2fo",
  "fwd_s",
  "bwd_s",
  "track",
  "trkflt",
  "ehigh",
  "elow",
  "elum",
  "ecl_bha",
  "ecl_3dbha",
  "bha_veto",
  "bha_type_0",
  "bha_type_1",
  "bha_intrk",
  "bha_theta_0",
  "bha_theta_1",
  "clst_0",
  "clst_1",
  "clst_2",
  "clst_3",
  "ecl_active",
  "ecl_timing_fwd",
  "ecl_timing_brl",
  "ecl_timing_bwd",
  "ecl_phys",
  "ecl_oflo",
  "ecl_lml_0",
  "ecl_lml_1",
  "ecl_lml_2",
  "ecl_lml_3",
  "ecl_lml_4",
  "ecl_lml_5",
  "ecl_lml_6",
  "ecl_lml_7",
  "ecl_lml_8",
  "ecl_lml_9",
  "ecl_lml_10",
  "ecl_lml_12",
  "ecl_lml_13",
  "ecl_mumu",
  "ecl_bhapur",
  "ecl_bst",
  "top_0",
  "top_1",
  "top_2",
  "top_bb",
  "top_active",
  "klm_hit",
  "klm_0",
  "klm_1",
  "klm_2",
  "klmb2b",
  "eklm_hit",
  "eklm_0",
  "eklm_1",
  "eklm_2",
  "eklmb2b",
  "revo",
  "her_kick",
  "ler_kick",
  "bha_delay",
  "pseud_rand",
  "plsin",
  "poissonin",
  "veto",
  "injv",
  "secl",
  "iecl_0",
  "iecl_1",
  "samhem",
  "opohem",
  "d3",
  "d5",
  "d7",
  "p3",
  "p5",
  "p7",
  "p9",
  "cdcecl_0",
  "cdcecl_1",
  "cdcecl_2",
  "cdcecl_3",
  "c2gev_0",
  "c2gev_1",
  "c2gev_2",
  "c2gev_3",
  "cdctop_0",
  "cdctop_1",
  "cdctop_2",
  "cdctop_3",
  "cdcklm_0",
  "cdcklm_1",
  "seklm_0",
  "seklm_1",
  "ecleklm",
  "ieklm",
  "fwdsb",
  "bwdsb",
  "fwdnb",
  "bwdnb",
  "brlfb1",
  "brlfb2",
  "brlnb1",
  "brlnb2",
  "trkbha1",
  "trkbha2",
  "grlgg1",
  "grlgg2",
  "nimin0",
  "nimin1",
  "inp151",
  "inp152",
  "inp153",
  "inp154",
  "inp155",
  "inp156",
  "inp157",
  "inp158",
  "inp159",
  "inp160",
  "inp161",
] as const;

/** Name of an input bit of the level-1 menu. */
export type Level1InputName = (typeof names)[number];

/** The 162 input bits of the level-1 menu, in order (basf2 trg/gdl/dbobjects/log/ftd_0036.inp). */
export const level1InputNames: readonly string[] = names;

/** The 175 output bits of the level-1 menu with their logic, in order (basf2 trg/gdl/dbobjects/log/ftd_0036.lgc). */
export const level1MenuText: string = `
fff = (t2_2 or t2_3) and !veto
fffo = (t2_2 or t2_3) and cdc_open90 and !veto
ffs = (t2_1 or t2_2 or t2_3) and (ts_0 or ts_1 or ts_2 or ts_3) and !veto
fss = (t2_0 or t2_1 or t2_2 or t2_3) and (ts_1 or ts_2 or ts_3) and !veto
sss = (ts_2 or ts_3) and !veto
ffz = (t2_2 or t2_3) and (t3_0 or t3_1 or t3_2 or t3_3) and !veto
fzz = (t2_2 or t2_3) and (t3_1 or t3_2 or t3_3) and !veto
zzz = (t3_2 or t3_3) and !veto
ffy = (t2_2 or t2_3) and (ty_0 or ty_1 or ty_2 or ty_3) and !veto
fyy = (t2_2 or t2_3) and (ty_1 or ty_2 or ty_3) and !veto
yyy = (ty_2 or ty_3) and !veto
ff = (t2_1 or t2_2 or t2_3) and !bha_veto and !veto
fs = (t2_0 or t2_1 or t2_2 or t2_3) and (ts_0 or ts_1 or ts_2 or ts_3) and !bha_veto and !veto
ss = (ts_1 or ts_2 or ts_3) and !bha_veto and !veto
fz = (t2_1 or t2_2 or t2_3) and (t3_0 or t3_1 or t3_2 or t3_3) and !bha_veto and !veto
zz = (t3_1 or t3_2 or t3_3) and !bha_veto and !veto
fy = (t2_1 or t2_2 or t2_3) and (ty_0 or ty_1 or ty_2 or ty_3) and !bha_veto and !veto
yy = (ty_1 or ty_2 or ty_3) and !bha_veto and !veto
ffo = (t2_1 or t2_2 or t2_3) and cdc_open90 and !bha_veto and !veto
ffoc = (t2_1 or t2_2 or t2_3) and clst>0 and cdc_open90 and !bha_veto and !veto
fso = (t2_0 or t2_1 or t2_2 or t2_3) and (ts_0 or ts_1 or ts_2 or ts_3) and s2fo and !bha_veto and !veto
sso = (ts_1 or ts_2 or ts_3) and s2so and !bha_veto and !veto
fzo = (t2_1 or t2_2 or t2_3) and (t3_0 or t3_1 or t3_2 or t3_3) and cdc_open90 and !bha_veto and !veto
fyo = (t2_1 or t2_2 or t2_3) and (ty_0 or ty_1 or ty_2 or ty_3) and cdc_open90 and !bha_veto and !veto
ffb = (t2_1 or t2_2 or t2_3) and cdc_b2b5 and !bha_veto and !veto
fsb = (t2_0 or t2_1 or t2_2 or t2_3) and (ts_0 or ts_1 or ts_2 or ts_3) and s2f5 and !bha_veto and !veto
ssb = (ts_1 or ts_2 or ts_3) and s2s5 and !bha_veto and !veto
fzb = (t2_1 or t2_2 or t2_3) and (t3_0 or t3_1 or t3_2 or t3_3) and cdc_b2b5 and !bha_veto and !veto
fyb = (t2_1 or t2_2 or t2_3) and (ty_0 or ty_1 or ty_2 or ty_3) and cdc_b2b5 and !bha_veto and !veto
syo = (ts_0 or ts_1 or ts_2 or ts_3) and (ty_0 or ty_1 or ty_2 or ty_3) and s2fo and !bha_veto and !veto
syb = (ts_0 or ts_1 or ts_2 or ts_3) and (ty_0 or ty_1 or ty_2 or ty_3) and s2f5 and !bha_veto and !veto
ff30 = (t2_1 or t2_2 or t2_3) and f2f30 and !bha_veto and !veto
fs30 = (t2_0 or t2_1 or t2_2 or t2_3) and (ts_0 or ts_1 or ts_2 or ts_3) and s2f30 and !bha_veto and !veto
ss30 = (ts_1 or ts_2 or ts_3) and s2s30 and !bha_veto and !veto
fy30 = (t2_1 or t2_2 or t2_3) and (ty_0 or ty_1 or ty_2 or ty_3) and f2f30 and !bha_veto and !veto
cdcbb = cdc_b2b5 and !bha_veto and !veto
aaa = (ta_2 or ta_3) and !veto
aaao = (ta_2 or ta_3) and cdc_open90 and !veto
aao = (ta_1 or ta_2 or ta_3) and cdc_open90 and !bha_veto and !veto
aab = (ta_1 or ta_2 or ta_3) and cdc_b2b5 and !bha_veto and !veto
aa = (ta_1 or ta_2 or ta_3) and !bha_veto and !veto
hie = ehigh and !bha_veto and !veto
lowe = elow and !bha_veto and !veto
lume = elum and !veto
hade = elum and !bha_veto and !veto
c2 = clst>1 and !bha_veto and !veto
c3 = clst>2 and !bha_veto and !veto
c4 = clst>3 and !bha_veto and !veto
c5 = clst>4 and !bha_veto and !veto
bha3d = ecl_3dbha and !veto
bhabha = ecl_bha and !veto
bhapur = ecl_bhapur and !veto
bha_id0 = ecl_bhapur and bha_theta=3 and !veto
bha_id1 = ecl_bhapur and bha_theta=0 and !veto
bha_id2 = ecl_bhapur and bha_theta=1 and !veto
bha_id3 = ecl_bhapur and bha_theta=2 and !veto
eclmumu = ecl_mumu and !bha_veto and !veto
ecloflo = ecl_oflo and !veto
eclbst = ecl_bst and !veto
ggbrl = brlnb2 and !veto
ggsel = ecl_3dbha and (!trkbha1 and !trkbha2) and bha_intrk and !veto
g_high = ehigh and !track and !veto
g_c1 = clst=1 and !track and !veto
gg = clst=2 and !track and !veto
mu_pair = klm>0 and (t2_1 or t2_2 or t2_3) and !veto
mu_b2b = klmb2b and !veto
klmhit = klm_hit and !veto
mu_epair = eklm>0 and !veto
mu_eb2b = eklmb2b and !veto
eklmhit = eklm_hit and !veto
klm2 = klm>1 and !bha_veto and !veto
eklm2 = eklm>1 and !bha_veto and !veto
beklm = eklm=1 and klm=1 and !bha_veto and !veto
toptiming = top_active and !veto
ecltiming = ecl_active and !veto
cdctiming = cdc_active and !veto
revolution = revo and !veto
random = pseud_rand and !veto
bg = bha_delay and !veto
pls = plsin and !veto
poisson = poissonin and !veto
poissonv = poissonin
vetout = veto
lml0 = ecl_lml_0 and !veto
lml1 = ecl_lml_1 and !veto
lml2 = ecl_lml_2 and !veto
lml3 = ecl_lml_3 and !veto
lml4 = ecl_lml_4 and !veto
lml5 = ecl_lml_5 and !veto
lml6 = ecl_lml_6 and !veto
lml7 = ecl_lml_7 and !veto
lml8 = ecl_lml_8 and !veto
lml9 = ecl_lml_9 and !veto
lml10 = ecl_lml_10 and !veto
lml12 = ecl_lml_12 and !veto
lml13 = ecl_lml_13 and !veto
stt = typ and !bha_veto and !veto
sttecl = typ and cdcecl>0 and !bha_veto and !veto
yecl = ty>0 and cdcecl>0 and !bha_veto and !veto
secl1 = secl and !bha_veto and !veto
iecl1 = iecl_0 and !bha_veto and !veto
fioiecl1 = t2>0 and ti and i2fo and iecl_0 and !bha_veto and !veto
itsf_b2b = itsfb2b and !veto
ioiecl1 = i2io and ti and iecl_0 and !bha_veto and !veto
ioiecl2 = i2io and ti and iecl_1 and !bha_veto and !veto
eed = t2_1 and cdcecl_1 and d5 and !bha_veto and !veto
fed = t2_0 and cdcecl_0 and d5 and !bha_veto and !veto
fp = t2_0 and p5 and !bha_veto and !veto
sp = ts_0 and p5 and !bha_veto and !veto
zp = t3_0 and p5 and !bha_veto and !veto
yp = ty_0 and p5 and !bha_veto and !veto
d_5 = d5 and !bha_veto and !veto
shem = samhem and !veto
ohem = opohem and !bha_veto and !veto
cdcecl1 = cdcecl_0 and !bha_veto and !veto
cdcecl2 = cdcecl_1 and !bha_veto and !veto
cdcecl3 = cdcecl_2 and !veto
cdcecl4 = cdcecl_3 and !veto
c2gev1 = c2gev_0 and !bha_veto and !veto
c2gev2 = c2gev_1 and !bha_veto and !veto
c2gev3 = c2gev_2 and !veto
c2gev4 = c2gev_3 and !veto
c1hie = clst=1 and ehigh and !veto
c1lume = clst=1 and elum and !veto
n1hie = clst=1 and ehigh and !track and !veto
n1lume = clst=1 and elum and !track and !veto
c3hie = clst=3 and ehigh and !veto
c3lume = clst=3 and elum and !veto
n3hie = clst=3 and ehigh and !track and !veto
n3lume = clst=3 and elum and !track and !veto
c2hie = clst>1 and ehigh and !bha_veto and !veto
cdctop1 = cdctop_0 and !bha_veto and !veto
cdctop2 = cdctop_1 and !bha_veto and !veto
cdctop3 = cdctop_2 and !veto
cdctop4 = cdctop_3 and !veto
cdcklm1 = cdcklm_0 and !bha_veto and !veto
cdcklm2 = cdcklm_1 and !bha_veto and !veto
seklm1 = seklm_0 and !bha_veto and !veto
seklm2 = seklm_1 and !bha_veto and !veto
ieklm1 = ieklm and !bha_veto and !veto
fwd_seklm = fwd_s and eklm_hit and !veto
bwd_seklm = bwd_s and eklm_hit and !veto
ecleklm1 = ecleklm and !bha_veto and !veto
f = t2>0 and !bha_veto and !veto
s = ts>0 and !bha_veto and !veto
z = t3>0 and !bha_veto and !veto
y = ty>0 and !bha_veto and !veto
a = ta>0 and !bha_veto and !veto
bf = t2>0 and !veto
bs = ts>0 and !veto
bz = t3>0 and !veto
by = ty>0 and !veto
ba = ta>0 and !veto
bffo = (t2_1 or t2_2 or t2_3) and cdc_open90 and !veto
bhie = ehigh and !veto
zzzv = (t3_2 or t3_3)
yyyv = (ty_2 or ty_3)
fffv = (t2_2 or t2_3)
zzv = (t3_1 or t3_2 or t3_3) and !bha_veto
yyv = (ty_1 or ty_2 or ty_3) and !bha_veto
ffov = (t2_1 or t2_2 or t2_3) and cdc_open90 and !bha_veto
fffov = (t2_2 or t2_3) and cdc_open90
hiev = ehigh and !bha_veto
lumev = elum
c4v = clst>3 and !bha_veto
bhabhav = ecl_bha
mu_pairv = klm>0 and (t2_1 or t2_2 or t2_3)
bha3dv = ecl_3dbha
sttv = typ and !bha_veto
stteclv = typ and cdcecl>0 and !bha_veto
nima01 = nimin0 and nimin1 and !veto
yioiecl1 = ty>0 and ti and i2fo and iecl_0 and !bha_veto and !veto
ffyo = (t2_2 or t2_3) and ty>0 and cdc_open90 and !veto
eedy = t2_1 and cdcecl_1 and d5 and (ty_0 or ty_1) and !bha_veto and !veto
yed = t2_0 and cdcecl_0 and d5 and ty_0 and !bha_veto and !veto
`;
