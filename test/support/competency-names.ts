import type { Area } from '../../membership/rules/catalogue.ts';

/** The eighteen in their four areas, as partners know them. */
export const competencyNames: Readonly<Record<Area, readonly string[]>> = {
  appsAndInfrastructure: [
    'Application Development',
    'Application Integration',
    'Cloud Platform',
    'DevOps',
    'Datacenter',
  ],
  businessApplications: [
    'Cloud Business Applications',
    'Enterprise Resource Planning',
    'Project and Portfolio Management',
  ],
  dataAndAi: ['Data Analytics', 'Data Platform'],
  modernWork: [
    'Collaboration and Content',
    'Communications',
    'Cloud Productivity',
    'Enterprise Mobility Management',
    'Messaging',
    'Security',
    'Small and Midmarket Cloud Solutions',
    'Windows and Devices',
  ],
};
