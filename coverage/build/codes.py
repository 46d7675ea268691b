"""Dutch values of the raw facts -> codes of the package. A value that is not here stops the build."""

from __future__ import annotations

from coverage import vocabulary as v

RELATION = {
    "vestiging": v.Relation.LOCATION,
    "werkgebied": v.Relation.CATCHMENT,
    "regionaal toegankelijk": v.Relation.REGIONALLY_ACCESSIBLE,
    "gepland": v.Relation.PLANNED,
    "expliciet geen": v.Relation.EXPLICIT_NONE,
    "gestopt": v.Relation.STOPPED,
}
CERTAINTY = {"expliciet": v.Certainty.EXPLICIT, "afgeleid": v.Certainty.DERIVED}
PERIOD = {
    "RUPS I (stand einde regeling 2011)": v.Period.RUPS_I,
    "medio 2013": v.Period.MID_2013,
    "RUPS II 2014-2018": v.Period.RUPS_II,
    "RUPS II verlenging 2018/2019": v.Period.RUPS_II_EXTENSION,
    "RUPS III 2019-2020": v.Period.RUPS_III,
    "DUUP 2021+": v.Period.DUUP,
}
PROGRAMME_STATUS = {
    "actief": v.ProgrammeStatus.ACTIVE,
    "gestopt": v.ProgrammeStatus.STOPPED,
    "gepland": v.ProgrammeStatus.PLANNED,
    "onbekend": v.ProgrammeStatus.UNKNOWN,
}
FUNDING = {
    "RUPS I": v.Funding.RUPS_I,
    "RUPS II": v.Funding.RUPS_II,
    "RUPS III": v.Funding.RUPS_III,
    "DUUP": v.Funding.DUUP,
    "gemeente geoormerkt": v.Funding.MUNICIPAL_EARMARKED,
    "gemeente niet-geoormerkt": v.Funding.MUNICIPAL,
    "rijk": v.Funding.STATE,
    "onbekend": v.Funding.UNKNOWN,
}
REACH = {
    "ja": v.Reach.YES,
    "nadruk in praktijk": v.Reach.EMPHASIS,
    "minder vaak": v.Reach.LESS_OFTEN,
    "onvoldoende": v.Reach.INSUFFICIENT,
    "nee": v.Reach.NO,
    "onbekend": v.Reach.UNKNOWN,
}
TARGET_GROUP = {
    "vrouwen": v.TargetGroup.WOMEN,
    "mannen": v.TargetGroup.MEN,
    "transgender": v.TargetGroup.TRANSGENDER,
    "thuiswerkers": v.TargetGroup.HOME_WORKERS,
    "niet-vergund/illegaal": v.TargetGroup.UNLICENSED,
    "straatprostitutie": v.TargetGroup.STREET,
    "raamprostitutie": v.TargetGroup.WINDOW,
    "clubs/privehuizen": v.TargetGroup.CLUB,
    "escort": v.TargetGroup.ESCORT,
    "slachtoffers mensenhandel/seksuele uitbuiting": v.TargetGroup.TRAFFICKING_VICTIMS,
    "loverboy-slachtoffers": v.TargetGroup.LOVERBOY_VICTIMS,
    "minderjarigen/jongvolwassenen": v.TargetGroup.YOUNG,
    "risicogroep (nog niet in prostitutie)": v.TargetGroup.AT_RISK,
    "verslaafde sekswerkers": v.TargetGroup.ADDICTED,
    "licht verstandelijke beperking": v.TargetGroup.MILD_DISABILITY,
    "niet-Nederlandstalig": v.TargetGroup.NOT_DUTCH_SPEAKING,
    "instappers/blijvers (professionalisering)": v.TargetGroup.STARTERS_STAYERS,
}
LIFE_DOMAIN = {
    "werk/dagbesteding": v.LifeDomain.WORK,
    "schulden/financien": v.LifeDomain.DEBT,
    "inkomen/uitkering": v.LifeDomain.INCOME,
    "wonen": v.LifeDomain.HOUSING,
    "opvang": v.LifeDomain.SHELTER,
    "opleiding/training": v.LifeDomain.EDUCATION,
    "psychische gezondheid": v.LifeDomain.MENTAL_HEALTH,
    "lichamelijke gezondheid": v.LifeDomain.PHYSICAL_HEALTH,
    "verslaving": v.LifeDomain.ADDICTION,
    "sociaal netwerk/sociaal functioneren": v.LifeDomain.SOCIAL_NETWORK,
    "slachtofferschap/veiligheid": v.LifeDomain.SAFETY,
    "juridisch": v.LifeDomain.LEGAL,
    "taal": v.LifeDomain.LANGUAGE,
    "zingeving/levensbeschouwing": v.LifeDomain.MEANING,
    "verblijf/terugkeer": v.LifeDomain.RESIDENCE,
    "praktisch functioneren": v.LifeDomain.PRACTICAL,
}
CRITERION = {
    "wonen": v.Criterion.LIVE,
    "werken": v.Criterion.WORK,
    "wonen of werken": v.Criterion.LIVE_OR_WORK,
    "wonen en werken": v.Criterion.LIVE_AND_WORK,
    "wonen, werken of gewerkt hebben": v.Criterion.LIVE_WORK_OR_WORKED,
    "geen": v.Criterion.NONE,
    "tegenstrijdig": v.Criterion.CONTRADICTORY,
    "wonen of werken niet genoemd": v.Criterion.UNSTATED,
    "onbekend": v.Criterion.UNKNOWN,
}
FIGURE_KIND = {
    "gerapporteerd": v.FigureKind.REPORTED,
    "feit": v.FigureKind.REPORTED,
    "schatting": v.FigureKind.ESTIMATE,
    "raming": v.FigureKind.ESTIMATE,
    "indicatie": v.FigureKind.INDICATION,
    "afgeleid": v.FigureKind.DERIVED,
    "doel": v.FigureKind.TARGET,
    "niet gevonden": v.FigureKind.NOT_FOUND,
}
SCHEME = {
    "RUPS I": v.Scheme.RUPS_I,
    "RUPS II": v.Scheme.RUPS_II,
    "RUPS II verlenging": v.Scheme.RUPS_II_EXTENSION,
    "RUPS III": v.Scheme.RUPS_III,
    "Voorjaarsnota 2019": v.Scheme.SPRING_2019,
    "DUUP": v.Scheme.DUUP,
    "gemeente": v.Scheme.MUNICIPAL,
    "rijk": v.Scheme.STATE,
}
MEMBERSHIP_EVIDENCE = {e.label("nl"): e for e in v.MembershipEvidence}
REORGANISATION_KIND = {
    "fusie": v.ReorganisationKind.MERGER,
    "splitsing": v.ReorganisationKind.SPLIT,
    "naamswijziging": v.ReorganisationKind.RENAMED,
    "grenscorrectie": v.ReorganisationKind.BOUNDARY_CORRECTION,
}
TIMELINE_DOMAIN = {d.label("nl"): d for d in v.TimelineDomain}
MEMBERSHIP_CERTAINTY = {"bron": v.MembershipCertainty.SOURCE, "afgeleid": v.MembershipCertainty.DERIVED}
CONTRADICTION_KIND = {
    "Echte tegenspraak binnen één bron": v.ContradictionKind.WITHIN_SOURCE,
    "Tegenspraak tussen bronnen": v.ContradictionKind.BETWEEN_SOURCES,
    "Geen fout, wel misleidend als het kaal getoond wordt": v.ContradictionKind.MISLEADING,
    "Controle geslaagd": v.ContradictionKind.CHECKED,
}
