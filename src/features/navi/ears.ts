/** Inside one process: a municipality's pages are old, said right after the commit (other processes hear it by polling). */
type Ear = (municipalityCode: string) => void;
const ears = new Set<Ear>();

/** Listens; gives back what stops it. */
export const onMunicipalityChanged = (ear: Ear): (() => void) => {
  ears.add(ear);
  return () => {
    ears.delete(ear);
  };
};

export const tellMunicipalityChanged = (municipalityCode: string): void => {
  for (const ear of ears) ear(municipalityCode);
};
