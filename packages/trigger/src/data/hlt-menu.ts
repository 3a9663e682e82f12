/**
 * High-level lines: name, prescale, cut (basf2 hlt/softwaretrigger/examples/create_payloads.py). All are accept lines of
 * a menu that keeps an event when one accepts.
 */
export const hltMenuText: string = `
ge3_loose_tracks_inc_1_tight_not_ee2leg / 1 : nTrkLoose >= 3 and nTrkTight >= 1 and ee2leg == 0
0.3ltEstar_max_clustlt2_GeV_plus_2_others_gt_0.2_GeV / 1 : nElow >= 3 and nEmedium >= 1 and nEhigh == 0
2_loose_tracks_inc_1_tight_q==0_pstarmaxlt0.8_GeVc_not_eexx / 1 : nTrkLoose == 2 and nTrkTight >= 1 and netChargeLoose == 0 and maximumPCMS < 0.8 and eexx == 0
2_loose_tracks_0.8ltpstarmaxlt4.5_GeVc_not_ee2leg_ee1leg1trk_eexx / 1 : nTrkLoose == 2 and maximumPCMS > 0.8 and maximumPCMS < 4.5 and ee2leg == 0 and ee1leg1trk == 0 and eexx == 0
2_loose_tracks_pstarmaxgt4.5_GeVc_not_ee2leg_ee1leg1trk_ee1leg1e_eeBrem_muonPairV / 1 : nTrkLoose == 2 and maximumPCMS > 4.5 and ee2leg == 0 and ee1leg1trk == 0 and ee1leg1e == 0 and eeBrem == 0 and muonPairV == 0
ge1_Estargt2_GeV_neutral_clst_32130_not_gg2clst_ee1leg1clst_ee1leg1trk_eeBrem / 1 : n2GeVNeutBarrel >= 1 and gg2clst == 0 and ee1leg1clst == 0 and ee1leg1trk == 0 and eeBrem == 0
ge1_Estargt2_GeV_neutral_clst_2232_or_130145_not_gg2clst_ee2clst_ee1leg_eeBrem / 1 : n2GeVNeutEndcap >= 1 and gg2clst == 0 and ee2clst == 0 and ee1leg == 0 and eeBrem == 0
1_photon_Estargt1_GeV_clust_in_45115_and_no_other_clust_Estargt0.3_GeV / 1 : nEsinglePhotonBarrel == 1 and nVetoClust <= 1
1_electron_Estargt1_GeV_clust_in_45115_and_no_other_clust_Estargt0.3_GeV / 1 : nEsingleElectronBarrel == 1 and nVetoClust <= 1
1_photon_Estargt1_GeV_clust_not_low_not_45115_no_other_clust_Estargt0.3_GeV / 50 : nEsinglePhotonEndcap == 1 and nVetoClust <= 1
1_Estargt1_GeV_cluster_no_other_cluster_Estargt0.3_GeV / 200 : nEsingleClust == 1 and nEmedium == 1
ee2leg / 1000 : ee2leg
ee1leg1trk / 1000 : ee1leg1trk
ee1leg1clst / 1000 : ee1leg1clst
ee1leg / 1000 : ee1leg
ee1leg1e / 1000 : ee1leg1e
eexxSelect / 1 : eexxSelect
dummy / 9999 : false
selee1leg1trk / 9999 : selectee1leg1trk
selee1leg1clst / 9999 : selectee1leg1clst
ee_flat_0_19 / 15 : eeFlat0
ee_flat_19_22 / 40 : eeFlat1
ee_flat_22_25 / 27 : eeFlat2
ee_flat_25_30 / 15 : eeFlat3
ee_flat_30_35 / 8 : eeFlat4
ee_flat_35_45 / 5 : eeFlat5
ee_flat_45_60 / 3 : eeFlat6
ee_flat_60_90 / 1 : eeFlat7
ee_flat_90_180 / 1 : eeFlat8
selectee / 1 : selectee
ee2clst / 1000 : ee2clst
Estargt2_GeV_cluster / 100 : nEhigh >= 1
gg2clst / 100 : gg2clst
ge1_Estargt2_GeV_chrg_clst_22145_not_gg2clst_ee2clst_ee1leg / 1 : n2GeVChrg >= 1 and gg2clst == 0 and ee2clst == 0 and ee1leg == 0
ggBarrelLoose / 1 : ggBarrelLoose
ggEndcapLoose / 1 : ggEndcapLoose
n2GeVPhotonBarrelge1 / 1 : n2GeVPhotonBarrel >= 1
n2GeVPhotonEndcapge1 / 50 : n2GeVPhotonEndcap >= 1
radiative_Bhabha / 1 : radBhabha
eexx / 9999 : eexx
eeBrem / 9999 : eeBrem
muonPairV / 9999 : muonPairV
selectmumu / 1 : selectmumu
single_muon / 1 : singleMuon
ge1_tight_track / 1000 : nTrkTight >= 1
2_loose_tracks_pstarmaxlt0.8_GeVc / 100 : nTrkLoose == 2 and maximumPCMS < 0.8 and eexx == 0
2_loose_tracks_0.8ltpstarmaxlt4.5_GeVc / 1 : nTrkLoose == 2 and maximumPCMS > 0.8 and maximumPCMS < 4.5
2_loose_tracks_pstarmaxgt4.5_GeVc / 500 : nTrkLoose == 2 and maximumPCMS > 4.5
L1_trigger / 10000 : true
ECLMuonPair / 10 : muonPairECL
passthrough_l1_trigger_random / 1 : l1_trigger_random
passthrough_l1_trigger_delayed_bhabha / 1 : l1_trigger_delayed_bhabha
`;
