import { HBAR_C } from "@belladonna/models/constants";

/** $(\hbar c)^2$ in fb GeV²; 1 fb is $10^{-39}$ cm². */
export const GEV2_TO_FB: number = HBAR_C * HBAR_C * 1e39;
