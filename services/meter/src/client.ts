/** Client SAPs of the meter (source wPort of a request). */
export const clientSaps = { reading: 1, public: 16, laboratory: 17 } as const;

/** Who asks. The laboratory client (LLS) exists in the bench meter only. */
export type MeterClient = keyof typeof clientSaps;

/** A fleet meter serves two clients; the bench meter also the laboratory, and lets the public client read everything. */
export type MeterKind = 'fleet' | 'bench';

/** The client of a SAP, or undefined when this kind of meter has none there. */
export function clientOf(sap: number, kind: MeterKind): MeterClient | undefined {
  switch (sap) {
    case clientSaps.reading:
      return 'reading';
    case clientSaps.public:
      return 'public';
    case clientSaps.laboratory:
      return kind === 'bench' ? 'laboratory' : undefined;
    default:
      return undefined;
  }
}

/** wPort of the one logical device as the meter itself sees it; a concentrator maps its own numbers onto it. */
export const managementDevice = 1;
